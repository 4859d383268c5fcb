package org.posewright.training.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
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

    /**
     * @param pictures by the same number as {@code images}
     */
    public TrainingSet(List<ImageRecord> images, PictureCache pictures) {
        this.images = List.copyOf(images);
        this.pictures = pictures;
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

    @Override
    public Sample load(int index) {
        ImageRecord image = images.get(index);
        try {
            return sample(image, pictures.get(index));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read training picture " + image.file() + ": " + e.getMessage(), e);
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
