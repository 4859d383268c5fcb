package org.posewright.annotations.evaluation.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.edit.command.EditCommand;
import org.posewright.annotations.edit.command.PersonChange;
import org.posewright.annotations.edit.command.ReplacePeople;
import org.posewright.annotations.edit.command.SwapEdits;
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

/** Noise of people is how far they moved joints by hand, not that they gave joints other names. */
class HumanNoiseTest {

    private static final Skeleton SKELETON = Skeletons.COCO_PERSON;
    private static final ImageKey IMAGE = new ImageKey("a.jpg");
    private static final int NOSE = 0;
    private static final int LEFT_HIP = 11;
    private static final int RIGHT_HIP = 12;

    private final PersonInstance first = person(1, 0);
    private final PersonInstance second = person(2, 60);
    private final ImageRecord picture = new ImageRecord(
            IMAGE, Path.of("a.jpg"), "train", new ImageSize(300, 300), OptionalLong.empty(), List.of(first, second));
    private final SwapEdits swaps = new SwapEdits(SKELETON);

    private static PersonInstance person(long id, double shift) {
        Keypoints points = Keypoints.unlabeled(SKELETON.size())
                .with(NOSE, Keypoint.ofFile(10 + shift, 10, Visibility.VISIBLE))
                .with(LEFT_HIP, Keypoint.ofFile(20 + shift, 60, Visibility.VISIBLE))
                .with(RIGHT_HIP, Keypoint.ofFile(40 + shift, 60, Visibility.VISIBLE));
        return new PersonInstance(
                id, 0, new Box(shift, 0, 100, 100), points, OptionalDouble.of(10_000), false, OptionalInt.empty());
    }

    private List<JointCorrection> corrections(List<PersonInstance> after) {
        return JointCorrection.between(IMAGE, picture.people(), after, SKELETON);
    }

    private List<PersonInstance> after(EditCommand swap) {
        List<PersonInstance> people = new ArrayList<>(picture.people());
        for (PersonChange change : ((ReplacePeople) swap).changes()) {
            people.replaceAll(
                    person -> person.id() == change.personId() ? change.after().orElseThrow() : person);
        }
        return people;
    }

    private static PersonInstance moved(PersonInstance person, int joint, double dx, double dy) {
        Keypoint point = person.keypoints().get(joint);
        return person.withKeypoint(joint, point.movedTo(point.x() + dx, point.y() + dy));
    }

    @Test
    void isDistanceOverRootOfArea() {
        NoiseTally tally = new NoiseTally(SKELETON);
        tally.put(IMAGE, corrections(List.of(moved(first, NOSE, 3, 4), second)));
        tally.put(new ImageKey("b.jpg"), corrections(picture.people()));
        List<HumanNoise.Joint> joints = tally.noise().orElseThrow().joints();
        assertThat(joints.get(NOSE).movedCount()).isOne();
        assertThat(joints.get(NOSE).spreadOfMoved()).isCloseTo(0.05, within(1e-12));
        assertThat(joints.get(1).spreadOfMoved()).isNaN();
    }

    @Test
    void exchangingSidesIsNoMovement() {
        assertThat(corrections(after(swaps.sides(picture, 1)))).isEmpty();
        assertThat(corrections(after(swaps.pair(picture, 2, LEFT_HIP)))).isEmpty();
    }

    @Test
    void exchangingAJointBetweenPeopleIsNoMovement() {
        assertThat(corrections(after(swaps.betweenPeople(picture, 1, 2, NOSE)))).isEmpty();
    }

    @Test
    void whatIsMovedAfterAnExchangeCountsFromThere() {
        List<PersonInstance> swapped = after(swaps.sides(picture, 1));
        List<PersonInstance> after = List.of(moved(swapped.get(0), LEFT_HIP, 0, 2), swapped.get(1));
        assertThat(corrections(after)).singleElement().satisfies(one -> {
            assertThat(one.keypoint()).isEqualTo(LEFT_HIP);
            assertThat(one.squaredRelativeDistance()).isCloseTo(4 / 10_000.0, within(1e-12));
        });
    }

    @Test
    void jointsThatLieOnOneAnotherAndMoveALittleAreMovements() {
        PersonInstance sideways = first.withKeypoint(RIGHT_HIP, Keypoint.ofFile(21, 60, Visibility.VISIBLE));
        PersonInstance after = moved(moved(sideways, LEFT_HIP, 1.5, 0.5), RIGHT_HIP, 1, -0.5);
        assertThat(JointCorrection.between(IMAGE, List.of(sideways), List.of(after), SKELETON))
                .hasSize(2);
    }

    @Test
    void puttingAPictureAnewLeavesNothingOfWhatItHad() {
        List<JointCorrection> small = corrections(List.of(moved(first, NOSE, 0.3, 0.1), second));
        NoiseTally plain = new NoiseTally(SKELETON);
        plain.put(IMAGE, small);
        NoiseTally busy = new NoiseTally(SKELETON);
        busy.put(IMAGE, corrections(List.of(moved(first, NOSE, 1e6, 7), moved(second, NOSE, 0.7, 0))));
        busy.put(new ImageKey("b.jpg"), corrections(List.of(first, moved(second, NOSE, 0.11, 13))));
        busy.put(IMAGE, small);
        busy.put(new ImageKey("b.jpg"), List.of());
        assertThat(busy.noise()).isEqualTo(plain.noise());
        busy.put(IMAGE, List.of());
        assertThat(busy.noise()).isEmpty();
    }
}
