package org.posewright.training.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.training.augment.Picture;
import org.posewright.training.augment.PlaneTransform;
import org.posewright.training.augment.Sample;
import org.posewright.training.augment.SampleBox;
import org.posewright.training.augment.SamplePerson;
import org.posewright.training.augment.SamplePoints;
import org.posewright.training.augment.SampleSource;

/** Pictures with their trainable labels by number: the plain samples that training and validation start from. Thread-safe. */
public final class TrainingSet implements SampleSource {

    private final List<ImageRecord> images;
    private final PictureCache pictures;
    private final UnreadablePictures unreadable;

    /**
     * @param pictures by the same number as {@code images}
     * @param unreadable gets the pictures that cannot be read
     */
    public TrainingSet(List<ImageRecord> images, PictureCache pictures, UnreadablePictures unreadable) {
        this.images = List.copyOf(images);
        this.pictures = pictures;
        this.unreadable = unreadable;
    }

    @Override
    public int size() {
        return images.size();
    }

    public ImageRecord image(int index) {
        return images.get(index);
    }

    public List<ImageRecord> images() {
        return images;
    }

    /** Number of people whose box trains. */
    public int personCount() {
        return images.stream()
                .mapToInt(image -> TrainableLabels.of(image).size())
                .sum();
    }

    /** The sample of a picture; in place of one that cannot be read, that of the next one that can. */
    @Override
    public Sample load(int index) {
        for (int i = 0; i < images.size(); i++) {
            Optional<Sample> sample = loadIfReadable((index + i) % images.size());
            if (sample.isPresent()) {
                return sample.get();
            }
        }
        throw new UncheckedIOException(
                new IOException("none of the " + images.size() + " pictures can be read, such as "
                        + images.get(index).file() + "; replace the files or take them out of the dataset"));
    }

    /** The sample of this very picture; empty if it cannot be read. */
    Optional<Sample> loadIfReadable(int index) {
        ImageRecord image = images.get(index);
        if (unreadable.contains(image.file())) {
            return Optional.empty();
        }
        try {
            return Optional.of(sample(image, pictures.get(index)));
        } catch (IOException e) {
            unreadable.add(image.file(), e);
            return Optional.empty();
        }
    }

    private Sample sample(ImageRecord image, Picture picture) {
        double scaleX = picture.width() / (double) image.size().width();
        double scaleY = picture.height() / (double) image.size().height();
        PlaneTransform fromSource = PlaneTransform.scaling(scaleX, scaleY);
        List<SamplePerson> people = TrainableLabels.of(image).stream()
                .map(person -> person(image, person, scaleX, scaleY))
                .toList();
        return Sample.plain(image.key(), picture, fromSource, people);
    }

    private SamplePerson person(ImageRecord image, PersonInstance person, double scaleX, double scaleY) {
        Box box = person.box();
        SampleBox scaled =
                new SampleBox(box.x() * scaleX, box.y() * scaleY, box.right() * scaleX, box.bottom() * scaleY);
        Keypoints points = person.keypoints();
        double[] xy = new double[2 * points.size()];
        byte[] flags = new byte[points.size()];
        for (int k = 0; k < points.size(); k++) {
            xy[2 * k] = points.x(k) * scaleX;
            xy[2 * k + 1] = points.y(k) * scaleY;
            flags[k] = (byte) points.visibility(k).flag();
        }
        return new SamplePerson(
                image.key(), person.id(), 0, person.categoryIndex(), scaled, SamplePoints.of(xy, flags));
    }
}
