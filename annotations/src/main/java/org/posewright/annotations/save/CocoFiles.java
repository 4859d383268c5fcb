package org.posewright.annotations.save;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.posewright.annotations.coco.CocoEdits;
import org.posewright.annotations.coco.CocoFile;
import org.posewright.annotations.coco.CocoReader;
import org.posewright.annotations.coco.CocoRewriter;
import org.posewright.annotations.coco.RemovedAnnotations;
import org.posewright.annotations.coco.RemovedAnnotationsFile;
import org.posewright.annotations.edit.LabelEquality;
import org.posewright.annotations.edit.journal.JournalEntry.WrittenImage;
import org.posewright.annotations.edit.journal.LabelVersion;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.source.ImageOrigin;
import org.posewright.annotations.source.ImageOrigin.CocoImage;
import org.posewright.annotations.source.LoadedImage;
import org.posewright.annotations.storage.AtomicFiles;
import org.posewright.annotations.storage.FileChangedException;
import org.posewright.annotations.storage.FileFingerprint;
import org.posewright.annotations.storage.SessionBackups;

/**
 * One annotation file for many pictures. The new file is made in a folder of ours first, so that its content can be announced before
 * it takes the place of the old one.
 */
final class CocoFiles implements LabelFileFormat {

    private final AtomicFiles files;
    private final SessionBackups backups;
    private final LabelOrigins origins;
    private final Path stagingFolder;
    private final Path removedFolder;
    private final Dataset shown;

    /**
     * @param shown the dataset as it stood when the job began
     */
    CocoFiles(LabelFormats formats, Dataset shown) {
        this.files = formats.files();
        this.backups = formats.backups();
        this.origins = formats.origins();
        this.stagingFolder = formats.stagingFolder();
        this.removedFolder = formats.removedFolder();
        this.shown = shown;
    }

    @Override
    public Optional<DiskChange> diskChange(Path file, List<PlannedImage> images, Work work) throws IOException {
        FileFingerprint read = asRead(images);
        if (read.matches(file)) {
            return Optional.empty();
        }
        if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString(), null, "it was removed since it was read");
        }
        CocoFile found = new CocoReader().read(file, work.progress(), work.token());
        Map<ImageKey, PlannedImage> planned = new HashMap<>();
        images.forEach(image -> planned.put(image.key(), image));
        List<LoadedImage> theirs = shown.images().stream()
                .filter(record -> isIn(file, record))
                .filter(record -> planned.containsKey(record.key()) || !sameLabels(record, found))
                .map(record -> loaded(record, found))
                .toList();
        return Optional.of(new DiskChange(file, theirs));
    }

    private boolean isIn(Path file, ImageRecord record) {
        return origins.of(record.key()) instanceof CocoImage coco
                && coco.file().equals(file)
                && coco.imageId().isPresent();
    }

    private long imageId(ImageKey key) {
        return ((CocoImage) origins.of(key)).imageId().orElseThrow();
    }

    private boolean sameLabels(ImageRecord record, CocoFile found) {
        return LabelEquality.same(record.people(), found.people(imageId(record.key())));
    }

    private LoadedImage loaded(ImageRecord record, CocoFile found) {
        CocoImage old = (CocoImage) origins.of(record.key());
        long imageId = old.imageId().orElseThrow();
        return new LoadedImage(
                record.withPeople(found.people(imageId)),
                new CocoImage(found.file(), found.fingerprint(), old.imageId()),
                List.of());
    }

    private FileFingerprint asRead(List<PlannedImage> images) {
        return origins.shared((CocoImage) images.get(0).origin());
    }

    @Override
    public Written write(Path file, List<PlannedImage> images, Announcement announcement, Work work)
            throws IOException {
        if (!asRead(images).matches(file)) {
            throw new FileChangedException(file);
        }
        CocoFile original = new CocoReader().read(file, work.progress(), work.token());
        FileIds ids = FileIds.of(original, images);
        Path staged = AtomicFiles.temporaryIn(Files.createDirectories(stagingFolder));
        try {
            CocoEdits edits = new CocoRewriter(files, removed(file))
                    .rewrite(original, ids.people(), staged, work.progress(), work.token());
            FileFingerprint content = FileFingerprint.of(staged);
            LabelVersion version = origins.version(file, Optional.of(content));
            List<WrittenImage> written = ids.written(edits, images);
            announcement.writing(version, written);
            backups.keep(file);
            if (!original.fingerprint().matches(file)) {
                throw new FileChangedException(file);
            }
            files.write(file, out -> {
                try (InputStream in = Files.newInputStream(staged)) {
                    in.transferTo(out);
                }
            });
            FileFingerprint inPlace =
                    new FileFingerprint(content.sizeBytes(), Files.getLastModifiedTime(file), content.contentHash());
            return new Written(version, written, renewed(file, inPlace, images), List.of());
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    /** Named after the file and where it lies, as annotation files of two folders may have one name. */
    private RemovedAnnotations removed(Path file) {
        String portable = origins.version(file, Optional.empty()).file();
        String name = file.getFileName() + "-" + Integer.toHexString(portable.hashCode()) + ".jsonl";
        return new RemovedAnnotationsFile(removedFolder.resolve(name));
    }

    private static Map<ImageKey, ImageOrigin> renewed(Path file, FileFingerprint content, List<PlannedImage> images) {
        Map<ImageKey, ImageOrigin> renewed = new HashMap<>();
        for (PlannedImage image : images) {
            CocoImage old = (CocoImage) image.origin();
            renewed.put(image.key(), new CocoImage(file, content, old.imageId()));
        }
        return renewed;
    }

    /** People of the pictures, under the ids that a reader of the file knows. */
    static List<PersonInstance> underFileIds(PlannedImage image, Map<Long, Long> fileIds) {
        return image.labels().current().people().stream()
                .map(person -> person.withId(fileIds.getOrDefault(person.id(), person.id())))
                .toList();
    }
}
