package org.posewright.annotations.coco;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.storage.FileFingerprint;

/** Gathers the parts of a file as they are read and makes the {@link CocoFile} of them, whichever order they came in. */
final class CocoAssembly {

    private final List<ImageParser.RawImage> rawImages = new ArrayList<>();
    private final List<CocoCategory> categories = new ArrayList<>();
    private final List<RawAnnotation> annotations = new ArrayList<>();
    private final List<Defect> defects = new ArrayList<>();
    private final boolean[] seen = new boolean[3];
    private long annotationsStart = -1;
    private boolean annotationsComplete;
    private boolean complete = true;

    /** Whether a section may be read: the first one of its name. */
    boolean begins(int section, long position) {
        if (seen[section]) {
            defects.add(Defect.error(
                    "coco.section",
                    position,
                    Sentence.of("coco.section", "a section of this name came before; this one is left out"),
                    Sentence.of("coco.section.remedy", "join both sections of the file into one")));
            return false;
        }
        seen[section] = true;
        return true;
    }

    void addImages(ImageParser part) {
        rawImages.addAll(part.images);
        defects.addAll(part.defects);
    }

    void addCategories(CategoryParser part) {
        categories.addAll(part.categories);
        defects.addAll(part.defects);
    }

    void addAnnotations(AnnotationParser part) {
        annotations.addAll(part.annotations);
        defects.addAll(part.defects);
    }

    void annotationsStart(long position) {
        annotationsStart = position;
    }

    void annotationsComplete() {
        annotationsComplete = true;
    }

    void fail(Defect defect) {
        complete = false;
        defects.add(defect);
    }

    void trailing(long position) {
        defects.add(Defect.warning(
                "coco.trailing",
                position,
                Sentence.of("coco.trailing", "text follows behind the end of the document"),
                Sentence.of("coco.trailing.remedy", "remove what stands behind the last brace")));
    }

    void damaged(JsonFault fault) {
        complete = false;
        defects.add(Defect.error(
                fault.isCutOff() ? "coco.cut-off" : "coco.syntax",
                fault.position(),
                Sentence.of(
                        "coco.end",
                        "{0}; loaded are the {1} images, {2} annotations and {3} categories before that place",
                        fault.sentence(),
                        rawImages.size(),
                        annotations.size(),
                        categories.size()),
                fault.isCutOff()
                        ? Sentence.of("coco.cut-off.remedy", "restore the file from a backup or download it again")
                        : Sentence.of(
                                "coco.syntax.remedy",
                                "mend the text at that place, or restore the file from a backup")));
    }

    CocoFile finish(Path file, FileFingerprint fingerprint) throws IOException {
        if (complete && annotationsStart < 0) {
            defects.add(Defect.warning(
                    "coco.no-annotations",
                    0,
                    Sentence.of("coco.no-annotations", "the file has no \"annotations\""),
                    Sentence.of("coco.no-annotations.remedy", "choose an annotation file if labels were expected")));
        }
        CocoImages images = new CocoImages(rawImages, defects);
        Skeleton skeleton = new SkeletonChoice(categories, annotations, defects).choose();
        long nextId = new PersonIds(annotations, defects).settle();
        PersonBuilder people = new PersonBuilder(categories, skeleton, defects);
        Map<Long, List<PersonInstance>> byImage = new LinkedHashMap<>();
        for (RawAnnotation annotation : annotations) {
            if (annotation.isObject && images.resolve(annotation, defects)) {
                byImage.computeIfAbsent(annotation.imageId, id -> new ArrayList<>(2))
                        .add(people.build(annotation));
            } else {
                annotation.personId = RawAnnotation.NO_ID;
            }
        }
        byImage.replaceAll((id, list) -> List.copyOf(list));
        CocoFile.CocoContent content = new CocoFile.CocoContent(
                skeleton, List.copyOf(categories), images.list(), images.byId(), byImage, nextId, complete);
        return new CocoFile(file, fingerprint, content, layout(images), new DefectReport(file).findings(defects));
    }

    private CocoLayout layout(CocoImages images) {
        int count = annotations.size();
        long[] starts = new long[count];
        int[] lengths = new int[count];
        long[] personIds = new long[count];
        for (int i = 0; i < count; i++) {
            RawAnnotation annotation = annotations.get(i);
            starts[i] = annotation.start;
            lengths[i] = annotation.lengthBytes;
            personIds[i] = annotation.personId;
        }
        return new CocoLayout(starts, lengths, personIds, annotationsStart, annotationsComplete, images.idTokens());
    }
}
