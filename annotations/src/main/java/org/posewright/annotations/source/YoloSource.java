package org.posewright.annotations.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.posewright.annotations.image.ImageHeader;
import org.posewright.annotations.image.ImageHeaders;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Finding.Severity;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.storage.FileFingerprint;
import org.posewright.annotations.yolo.LabelPaths;
import org.posewright.annotations.yolo.LabelPlace;
import org.posewright.annotations.yolo.RowOrder;
import org.posewright.annotations.yolo.YoloLabelReader;
import org.posewright.annotations.yolo.YoloLabels;
import org.posewright.annotations.yolo.YoloLabels.TrainerVerdict;

/** Pictures with (or still without) YOLO label files. Label files are opened only in {@link #load}. */
final class YoloSource implements DatasetSource {

    private final DatasetDescription description;
    private final EntryIndex index;
    private final YoloLabelReader reader;
    private final PictureProbe pictures = new PictureProbe(new ImageHeaders());

    YoloSource(DatasetDescription description, EntryIndex index, YoloLabelReader reader) {
        this.description = description;
        this.index = index;
        this.reader = reader;
    }

    @Override
    public DatasetDescription description() {
        return description;
    }

    @Override
    public List<ImageEntry> entries() {
        return index.all();
    }

    @Override
    public List<ImageEntry> entries(String split) {
        return index.split(split);
    }

    @Override
    public LoadedImage load(ImageEntry entry) throws IOException {
        PictureProbe.Picture picture = pictures.look(entry.file(), entry.key());
        if (picture.header().isEmpty()) {
            return loaded(
                    entry,
                    LoadedImage.UNKNOWN_SIZE,
                    List.of(),
                    new ImageOrigin.Unsavable("The size of " + entry.file()
                            + " is not known, so its labels cannot be turned into pixels; mend the picture first."),
                    picture.findings());
        }
        ImageSize frame = picture.header().get().uprightSize();
        List<Finding> findings = new ArrayList<>(picture.findings());
        rotation(picture.header().get(), entry).ifPresent(findings::add);
        Path labelFile = LabelPaths.labelFile(entry.file());
        try {
            BasicFileAttributes attributes = Files.readAttributes(labelFile, BasicFileAttributes.class);
            byte[] content = Files.readAllBytes(labelFile);
            YoloLabels labels = reader.read(content, new LabelPlace(labelFile, entry.key()), frame);
            findings.addAll(labels.findings());
            verdict(labels, labelFile, entry).ifPresent(findings::add);
            Optional<FileFingerprint> fingerprint = Optional.of(FileFingerprint.of(attributes, content));
            return loaded(
                    entry,
                    frame,
                    labels.people(),
                    new ImageOrigin.YoloRows(labelFile, fingerprint, labels.rows(), description.skeleton()),
                    findings);
        } catch (NoSuchFileException e) {
            return loaded(
                    entry,
                    frame,
                    List.of(),
                    new ImageOrigin.YoloRows(labelFile, Optional.empty(), RowOrder.EMPTY, description.skeleton()),
                    findings);
        } catch (AccessDeniedException e) {
            return unreadable(entry, frame, labelFile, findings);
        }
    }

    private static LoadedImage unreadable(
            ImageEntry entry, ImageSize frame, Path labelFile, List<Finding> pictureFindings) {
        List<Finding> findings = new ArrayList<>(pictureFindings);
        findings.add(Finding.ofFile(
                        Severity.ERROR,
                        "label.unreadable",
                        labelFile,
                        Sentence.of("label.no-right", "there is no right to read the label file"),
                        Sentence.of("remedy.permissions", "change its permissions"))
                .atImage(entry.key()));
        return loaded(
                entry,
                frame,
                List.of(),
                new ImageOrigin.Unsavable("There is no right to read " + labelFile + "; change its permissions."),
                findings);
    }

    /** Labels count from the rotated picture, as the trainer decodes it; tools that ignore EXIF write them otherwise. */
    private static Optional<Finding> rotation(ImageHeader header, ImageEntry entry) {
        if (!header.isReoriented()) {
            return Optional.empty();
        }
        return Optional.of(Finding.ofFile(
                        Severity.NOTE,
                        "image.exif",
                        entry.file(),
                        Sentence.of(
                                "image.exif",
                                "the picture has EXIF orientation {0}; its labels count from the picture as rotated, other tools may draw them elsewhere",
                                header.orientation()),
                        Sentence.of(
                                "image.exif.remedy",
                                "look whether the labels fit, or remove the orientation tag from picture and labels together"))
                .atImage(entry.key()));
    }

    /** One sentence for a picture that training goes without; the lines say why. */
    private static Optional<Finding> verdict(YoloLabels labels, Path labelFile, ImageEntry entry) {
        if (labels.trainerVerdict() != TrainerVerdict.DROPPED) {
            return Optional.empty();
        }
        return Optional.of(Finding.ofFile(
                        Severity.ERROR,
                        "yolo.dropped",
                        labelFile,
                        Sentence.of(
                                "yolo.dropped",
                                "the trainer would leave out this picture with all its people, because of the lines told above"),
                        Sentence.of("yolo.dropped.remedy", "mend those lines"))
                .atImage(entry.key()));
    }

    private static LoadedImage loaded(
            ImageEntry entry, ImageSize size, List<PersonInstance> people, ImageOrigin origin, List<Finding> findings) {
        ImageRecord image =
                new ImageRecord(entry.key(), entry.file(), entry.split(), size, OptionalLong.empty(), people);
        return new LoadedImage(image, origin, findings);
    }
}
