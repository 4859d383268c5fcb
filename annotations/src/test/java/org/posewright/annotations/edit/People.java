package org.posewright.annotations.edit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.model.Visibility;

/** Small made-up datasets for tests of edits. */
public final class People {

    public static final Skeleton SKELETON = Skeletons.COCO_PERSON;

    private People() {}

    public static ImageKey key(int number) {
        return new ImageKey("images/train/%03d.jpg".formatted(number));
    }

    public static DatasetFrame frame() {
        return new DatasetFrame("made up", Path.of("made-up"), SKELETON, List.of("person"));
    }

    /** A picture of 640 x 480 with people 0 … count-1; every third point of a person has no label. */
    public static ImageRecord image(int number, int people) {
        return new ImageRecord(
                key(number),
                Path.of("made-up", key(number).path()),
                number % 4 == 3 ? "val" : "train",
                new ImageSize(640, 480),
                OptionalLong.empty(),
                IntStream.range(0, people).mapToObj(People::person).toList());
    }

    public static PersonInstance person(int id) {
        List<Keypoint> points = new ArrayList<>();
        for (int i = 0; i < SKELETON.size(); i++) {
            points.add(
                    i % 3 == 2
                            ? Keypoint.UNLABELED
                            : Keypoint.ofFile(100 + 10 * id + i, 50 + 2.5 * i, Visibility.ofFlag(1 + i % 2)));
        }
        return PersonInstance.added(id, 0, new Box(90 + 10 * id, 40, 60, 80), Keypoints.of(points));
    }

    public static DatasetStore store(int images, int people) {
        DatasetStore store = new DatasetStore(frame());
        store.putLoaded(
                IntStream.range(0, images).mapToObj(i -> image(i, people)).toList());
        return store;
    }
}
