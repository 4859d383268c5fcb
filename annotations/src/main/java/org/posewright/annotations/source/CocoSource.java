package org.posewright.annotations.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.posewright.annotations.coco.CocoFile;
import org.posewright.annotations.coco.CocoImage;
import org.posewright.annotations.image.ImageHeader;
import org.posewright.annotations.image.ImageHeaders;
import org.posewright.annotations.image.LabelFrame;
import org.posewright.annotations.image.LabelFrame.Fit;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Finding.Severity;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.Sentence;

/** Pictures with labels in COCO files that are held in memory. */
final class CocoSource implements DatasetSource {

    /** An image and the file that lists it. */
    record Place(CocoFile file, CocoImage image) {}

    private final DatasetDescription description;
    private final EntryIndex index;
    private final Map<ImageKey, Place> places;
    private final List<CocoFile> files;
    private final PictureProbe pictures = new PictureProbe(new ImageHeaders());

    CocoSource(DatasetDescription description, EntryIndex index, Map<ImageKey, Place> places) {
        this.description = description;
        this.index = index;
        this.places = Map.copyOf(places);
        this.files = places.values().stream().map(Place::file).distinct().toList();
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
    public List<CocoFile> cocoFiles() {
        return files;
    }

    @Override
    public LoadedImage load(ImageEntry entry) {
        Place place = places.get(entry.key());
        if (place == null) {
            throw new IllegalArgumentException(entry.key() + " is not a picture of this dataset");
        }
        PictureProbe.Picture picture = pictures.look(entry.file(), entry.key());
        List<Finding> findings = new ArrayList<>(picture.findings());
        Optional<ImageSize> stated = place.image().size();
        picture.header().ifPresent(header -> stated.ifPresent(size -> frame(size, header, entry, findings)));
        ImageSize size =
                stated.or(() -> picture.header().map(ImageHeader::uprightSize)).orElse(LoadedImage.UNKNOWN_SIZE);
        CocoFile file = place.file();
        long id = place.image().id();
        ImageRecord image =
                new ImageRecord(entry.key(), entry.file(), entry.split(), size, OptionalLong.of(id), file.people(id));
        return new LoadedImage(
                image, new ImageOrigin.CocoImage(file.file(), file.fingerprint(), OptionalLong.of(id)), findings);
    }

    private static void frame(ImageSize stated, ImageHeader header, ImageEntry entry, List<Finding> findings) {
        Fit fit = LabelFrame.ofCoco(stated, header).fit();
        String size = stated.width() + " x " + stated.height();
        if (fit == Fit.MISMATCH) {
            ImageSize upright = header.uprightSize();
            findings.add(Finding.ofFile(
                            Severity.WARNING,
                            "coco.size-mismatch",
                            entry.file(),
                            Sentence.of(
                                    "coco.size-mismatch",
                                    "the JSON states {0} pixels, the picture has {1} x {2}",
                                    size,
                                    upright.width(),
                                    upright.height()),
                            Sentence.of(
                                    "coco.size-mismatch.remedy",
                                    "restore the original picture or correct the JSON's width and height"))
                    .atImage(entry.key()));
        } else if (fit == Fit.STORED) {
            findings.add(Finding.ofFile(
                            Severity.WARNING,
                            "image.exif",
                            entry.file(),
                            Sentence.of(
                                    "image.exif.stated",
                                    "the JSON states {0} pixels, which is the picture before its EXIF rotation; tools that rotate it see the labels in the wrong place",
                                    size),
                            Sentence.of("image.exif.stated.remedy", "remove the picture's EXIF orientation tag"))
                    .atImage(entry.key()));
        }
    }
}
