package org.posewright.annotations.save;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.edit.UnsavedImage;
import org.posewright.annotations.edit.journal.JournalEntry.WrittenImage;
import org.posewright.annotations.edit.journal.LabelVersion;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.source.ImageOrigin;
import org.posewright.annotations.source.ImageOrigin.YoloRows;
import org.posewright.annotations.source.LoadedImage;
import org.posewright.annotations.storage.AtomicFiles;
import org.posewright.annotations.storage.FileChangedException;
import org.posewright.annotations.storage.FileFingerprint;
import org.posewright.annotations.storage.SessionBackups;
import org.posewright.annotations.yolo.LabelPlace;
import org.posewright.annotations.yolo.RewrittenLabels;
import org.posewright.annotations.yolo.RowOrder;
import org.posewright.annotations.yolo.YoloLabelReader;
import org.posewright.annotations.yolo.YoloLabelRewriter;
import org.posewright.annotations.yolo.YoloLabels;

/** One text file for each picture. A missing file, and its folder, is made; the last person gone leaves an empty file. */
final class YoloFiles implements LabelFileFormat {

    private final AtomicFiles files;
    private final SessionBackups backups;
    private final LabelOrigins origins;
    private final int categoryCount;

    YoloFiles(AtomicFiles files, SessionBackups backups, LabelOrigins origins, int categoryCount) {
        this.files = files;
        this.backups = backups;
        this.origins = origins;
        this.categoryCount = categoryCount;
    }

    @Override
    public Optional<DiskChange> diskChange(Path file, List<PlannedImage> images, Work work) throws IOException {
        byte @Nullable [] content = contentOf(file);
        List<LoadedImage> theirs = new ArrayList<>();
        for (PlannedImage image : images) {
            YoloRows origin = (YoloRows) image.origin();
            if (!isAsRead(origin, content)) {
                theirs.add(read(image.labels().current(), origin, content));
            }
        }
        return theirs.isEmpty() ? Optional.empty() : Optional.of(new DiskChange(file, theirs));
    }

    @Override
    public Written write(Path file, List<PlannedImage> images, Announcement announcement, Work work)
            throws IOException {
        work.token().throwIfCancelled();
        PlannedImage image = images.get(0);
        YoloRows origin = (YoloRows) image.origin();
        byte @Nullable [] content = contentOf(file);
        if (images.size() > 1) {
            throw new IOException(file + " is the label file of " + image.key() + " and of "
                    + images.get(1).key() + "; rename one of the pictures so that each has its own");
        }
        if (!isAsRead(origin, content)) {
            throw new FileChangedException(file);
        }
        ImageRecord current = image.labels().current();
        RewrittenLabels rewritten = new YoloLabelRewriter(origin.skeleton())
                .rewrite(
                        content == null ? new byte[0] : content,
                        sessionRows(image.labels(), origin.rows()),
                        current.size(),
                        current.people());
        List<WrittenImage> written = List.of(new WrittenImage(current.key(), lines(current, rewritten.rows())));
        LabelVersion version = origins.version(file, Optional.of(fingerprint(rewritten.content())));
        announcement.writing(version, written);
        backups.keep(file);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        files.writeBytes(file, rewritten.content());
        ImageOrigin renewed = new YoloRows(
                file, Optional.of(fingerprint(rewritten.content())), readerRows(rewritten.rows()), origin.skeleton());
        return new Written(version, written, Map.of(current.key(), renewed), rewritten.remarks());
    }

    private static byte @Nullable [] contentOf(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static boolean isAsRead(YoloRows origin, byte @Nullable [] content) {
        return content == null
                ? origin.fingerprint().isEmpty()
                : origin.fingerprint().map(print -> print.matches(content)).orElse(false);
    }

    private LoadedImage read(ImageRecord current, YoloRows origin, byte @Nullable [] content) {
        YoloLabels labels = new YoloLabelReader(origin.skeleton(), categoryCount)
                .read(
                        content == null ? new byte[0] : content,
                        new LabelPlace(origin.file(), current.key()),
                        current.size());
        Optional<FileFingerprint> found = content == null ? Optional.empty() : Optional.of(fingerprint(content));
        return new LoadedImage(
                current.withPeople(labels.people()),
                new YoloRows(origin.file(), found, labels.rows(), origin.skeleton()),
                labels.findings());
    }

    private static FileFingerprint fingerprint(byte[] content) {
        return FileFingerprint.ofContent(content);
    }

    /** Where the people of the session stand in the file as it is. */
    private static RowOrder sessionRows(UnsavedImage image, RowOrder readerRows) {
        Map<Long, Integer> lines = new HashMap<>();
        for (PersonInstance person : image.inFile()) {
            OptionalLong line = readerRows.line(image.readerId(person.id()));
            line.ifPresent(number -> lines.put(person.id(), (int) number));
        }
        return new RowOrder(lines);
    }

    /** A reader numbers people by line. */
    private static List<Long> lines(ImageRecord image, RowOrder rows) {
        return image.people().stream()
                .map(person -> rows.line(person.id()).orElseThrow())
                .toList();
    }

    private static RowOrder readerRows(RowOrder sessionRows) {
        Map<Long, Integer> lines = new HashMap<>();
        sessionRows.lineById().values().forEach(line -> lines.put((long) line, line));
        return new RowOrder(lines);
    }
}
