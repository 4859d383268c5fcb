package org.posewright.annotations.coco;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.storage.FileFingerprint;

/**
 * What an annotation file says; immutable. People carry the ids of their annotations; one whose id is missing or taken by an earlier
 * annotation carries an id above all of the file's, with a finding.
 */
public final class CocoFile {

    private final Path file;
    private final FileFingerprint fingerprint;
    private final CocoContent content;
    private final CocoLayout layout;
    private final List<Finding> findings;

    CocoFile(Path file, FileFingerprint fingerprint, CocoContent content, CocoLayout layout, List<Finding> findings) {
        this.file = file;
        this.fingerprint = fingerprint;
        this.content = content;
        this.layout = layout;
        this.findings = List.copyOf(findings);
    }

    public Path file() {
        return file;
    }

    /** Of the bytes that were read; a save checks it. */
    public FileFingerprint fingerprint() {
        return fingerprint;
    }

    /** Of the first category that has keypoints; COCO's person where none has. */
    public Skeleton skeleton() {
        return content.skeleton();
    }

    /** In file order; a person's {@code categoryIndex} is an index into this list. */
    public List<CocoCategory> categories() {
        return content.categories();
    }

    public List<String> categoryNames() {
        return categories().stream().map(CocoCategory::name).toList();
    }

    /** In file order; ids are unique. */
    public List<CocoImage> images() {
        return content.images();
    }

    public Optional<CocoImage> image(long imageId) {
        return Optional.ofNullable(content.imagesById().get(imageId));
    }

    /** The people of one image in file order; empty when it has none. */
    public List<PersonInstance> people(long imageId) {
        return content.peopleByImage().getOrDefault(imageId, List.of());
    }

    /** Number of people in all images. */
    public int personCount() {
        return content.peopleByImage().values().stream().mapToInt(List::size).sum();
    }

    /** An id that no annotation of the file has, nor any above it. */
    public long nextPersonId() {
        return content.nextPersonId();
    }

    /** Problems in file order; the first thousands of each kind, then their number. */
    public List<Finding> findings() {
        return findings;
    }

    /** Whether the file was read to its end; otherwise a finding tells where it breaks off. */
    public boolean isComplete() {
        return content.complete();
    }

    /** The people as arrays. Made anew at each call. */
    public CocoGroundTruth groundTruth() {
        return new GroundTruthArrays(this).build();
    }

    CocoLayout layout() {
        return layout;
    }

    Map<Long, List<PersonInstance>> peopleByImage() {
        return content.peopleByImage();
    }

    /** The parts of the file that mean something. */
    record CocoContent(
            Skeleton skeleton,
            List<CocoCategory> categories,
            List<CocoImage> images,
            Map<Long, CocoImage> imagesById,
            Map<Long, List<PersonInstance>> peopleByImage,
            long nextPersonId,
            boolean complete) {}
}
