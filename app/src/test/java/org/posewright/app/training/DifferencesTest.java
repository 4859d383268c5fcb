package org.posewright.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Visibility;
import org.posewright.training.data.LabelSnapshot;

class DifferencesTest {

    private static final ImageKey PICTURE = new ImageKey("images/train/a.jpg");

    @Test
    void movedJointsAndFlagsAreCountedWhateverTheRowsOrder() {
        PersonInstance first = person(1, 0, point(10, 10, Visibility.VISIBLE), point(20, 20, Visibility.VISIBLE));
        PersonInstance second = person(2, 200, point(210, 10, Visibility.VISIBLE), point(220, 20, Visibility.VISIBLE));
        PersonInstance moved = person(2, 0, point(13, 14, Visibility.VISIBLE), point(20, 20, Visibility.OCCLUDED));
        PersonInstance same = person(1, 200, point(210, 10, Visibility.VISIBLE), point(220, 20, Visibility.VISIBLE));

        LabelDifference difference =
                LabelDifference.between(snapshot(List.of(first, second)), snapshot(List.of(same, moved)));

        assertThat(difference.movedJoints()).isEqualTo(1);
        assertThat(difference.medianMovePixels()).isEqualTo(5);
        assertThat(difference.flagChanges()).isEqualTo(Map.of("2→1", 1));
        assertThat(difference.peopleAdded() + difference.peopleRemoved() + difference.boxesChanged())
                .isZero();
    }

    @Test
    void addedAndRemovedPeopleAndPicturesAreCounted() {
        PersonInstance first = person(1, 0, point(10, 10, Visibility.VISIBLE));
        PersonInstance elsewhere = person(1, 500, point(510, 10, Visibility.VISIBLE));
        LabelDifference moved = LabelDifference.between(snapshot(List.of(first)), snapshot(List.of(elsewhere)));
        assertThat(moved.peopleAdded()).isEqualTo(1);
        assertThat(moved.peopleRemoved()).isEqualTo(1);
        LabelDifference gone =
                LabelDifference.between(snapshot(List.of(first)), new LabelSnapshot(List.of("p"), Map.of()));
        assertThat(gone.picturesOnlyBefore()).isEqualTo(1);
        assertThat(LabelDifference.between(snapshot(List.of(first)), snapshot(List.of(first)))
                        .isNone())
                .isTrue();
    }

    @Test
    void settingsAreComparedWithTheDefaults() {
        assertThat(SettingDifference.between(Map.of("epochs", "3", "lr0", "0.1"), Map.of("lr0", "0.1", "freeze", "10")))
                .containsExactly(
                        new SettingDifference("epochs", "3", "100"), new SettingDifference("freeze", "none", "10"));
    }

    @Test
    void flipCheckNamesWrongEntries() {
        List<String> names = List.of("nose", "left_eye", "right_eye", "left_hip", "right_hip");
        assertThat(FlipCheck.of(skeleton(names, List.of(0, 2, 1, 4, 3)))).isEmpty();
        assertThat(FlipCheck.of(skeleton(names, List.of(0, 1, 2, 4, 3))))
                .extracting(FlipCheck.Mistake::fault)
                .containsExactly(FlipCheck.Fault.SIDE_STAYS, FlipCheck.Fault.SIDE_STAYS);
        assertThat(FlipCheck.of(skeleton(names, List.of(0, 3, 4, 1, 2))))
                .allSatisfy(m -> assertThat(m.fault()).isEqualTo(FlipCheck.Fault.WRONG_PARTNER))
                .hasSize(4);
        assertThat(FlipCheck.of(skeleton(names, List.of(1, 2, 0, 4, 3))))
                .extracting(FlipCheck.Mistake::fault)
                .contains(FlipCheck.Fault.ONE_WAY);
    }

    @Test
    void heldOutPicturesNeverTrainAndNamesAreUnique() {
        List<ImageRecord> images = new java.util.ArrayList<>();
        Map<ImageKey, ImageStatus> statuses = new HashMap<>();
        for (int i = 0; i < 200; i++) {
            ImageRecord image = image(new ImageKey("images/train/" + i % 100 + "/" + i / 2 + ".jpg." + i % 2 + ".jpg"));
            images.add(image);
            if (i % 4 == 0) {
                statuses.put(image.key(), ImageStatus.REVIEWED);
            }
        }
        Dataset dataset =
                new Dataset("d", Path.of("."), skeleton(List.of("nose"), List.of(0)), List.of("person"), images);

        TrainingSnapshot all = new DataChoice("train", DataChoice.Pictures.ALL, "", 20).of(dataset, statuses);
        Set<ImageKey> training = origins(all, TrainingSnapshot.TRAIN);
        Set<ImageKey> heldOut = origins(all, TrainingSnapshot.HELD_OUT);
        assertThat(training).doesNotContainAnyElementsOf(heldOut);
        assertThat(training.size() + heldOut.size()).isEqualTo(200);
        assertThat(heldOut.size()).isBetween(15, 70);

        TrainingSnapshot reviewed = new DataChoice("train", DataChoice.Pictures.REVIEWED, "", 20).of(dataset, statuses);
        assertThat(origins(reviewed, TrainingSnapshot.HELD_OUT)).isEqualTo(heldOut);
        assertThat(origins(reviewed, TrainingSnapshot.TRAIN)).isSubsetOf(statuses.keySet());
    }

    @Test
    void equalFileNamesGetNamesOfTheirOwn() {
        Dataset dataset = new Dataset(
                "d",
                Path.of("."),
                skeleton(List.of("nose"), List.of(0)),
                List.of("person"),
                List.of(
                        image(new ImageKey("a/x.jpg")),
                        image(new ImageKey("b/x.jpg")),
                        image(new ImageKey("c/x.png"))));
        TrainingSnapshot snapshot = TrainingSnapshot.of(dataset, dataset.images(), List.of());
        assertThat(snapshot.dataset().images())
                .extracting(image -> image.key().path())
                .containsExactly("images/train/x.jpg", "images/train/x_2.jpg", "images/train/x_3.png");
        assertThat(snapshot.origins().get(new ImageKey("images/train/x_2.jpg"))).isEqualTo(new ImageKey("b/x.jpg"));
    }

    private static Set<ImageKey> origins(TrainingSnapshot snapshot, String split) {
        Set<ImageKey> keys = new HashSet<>();
        snapshot.dataset()
                .images(split)
                .forEach(image -> keys.add(snapshot.origins().get(image.key())));
        return keys;
    }

    private static ImageRecord image(ImageKey key) {
        return new ImageRecord(
                key, Path.of(key.path()), "train", new ImageSize(100, 100), OptionalLong.empty(), List.of());
    }

    private static Skeleton skeleton(List<String> names, List<Integer> flips) {
        return new Skeleton(
                "s", names, List.of(), flips, names.stream().map(n -> 0.1).toList(), "test", 3);
    }

    private static LabelSnapshot snapshot(List<PersonInstance> people) {
        return new LabelSnapshot(
                List.of("p"), Map.of(PICTURE, new LabelSnapshot.Entry(List.of("train"), 640, 480, people)));
    }

    private static Keypoint point(double x, double y, Visibility visibility) {
        return new Keypoint(x, y, visibility, Provenance.FILE);
    }

    private static PersonInstance person(long id, double left, Keypoint... points) {
        return PersonInstance.added(id, 0, new Box(left, 0, 100, 100), Keypoints.of(List.of(points)));
    }
}
