package org.posewright.annotations.evaluation.suspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.model.Visibility;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** A standing person seen from the front, with one mistake at a time. */
class LabelSuspectsTest {

    private static final Skeleton COCO = Skeletons.COCO_PERSON;
    private static final int LEFT_WRIST = 9;
    private static final int RIGHT_WRIST = 10;
    private static final int LEFT_KNEE = 13;

    /** x from the person's middle (their left is positive) and y of each point, in hundredths of the height. */
    private static final double[][] FRONT = {
        {0, 8}, {2, 6}, {-2, 6}, {4, 7}, {-4, 7}, {13, 20}, {-13, 20}, {17, 36}, {-17, 36}, {18, 50}, {-18, 50},
        {9, 52}, {-9, 52}, {10, 73}, {-10, 73}, {10, 95}, {-10, 95}
    };

    private static Keypoints front(double middleX, double top, double height) {
        Keypoints.Builder builder = new Keypoints.Builder(17);
        for (double[] point : FRONT) {
            builder.add(Keypoint.ofFile(
                    middleX + point[0] * height / 100, top + point[1] * height / 100, Visibility.VISIBLE));
        }
        return builder.build();
    }

    private static PersonInstance person(long id, double middleX, Keypoints points) {
        return new PersonInstance(
                id,
                0,
                new Box(middleX - 60, 100, 120, 300),
                points,
                OptionalDouble.of(20_000),
                false,
                OptionalInt.empty());
    }

    private static PersonInstance person(long id, double middleX) {
        return person(id, middleX, front(middleX, 100, 300));
    }

    private static PersonInstance exchanged(PersonInstance person, int... points) {
        Keypoints changed = person.keypoints();
        for (int k : points) {
            changed = changed.with(k, person.keypoints().get(COCO.partner(k)));
        }
        return person.withKeypoints(changed);
    }

    private static PersonInstance flipped(PersonInstance person) {
        return exchanged(person, java.util.stream.IntStream.range(0, 17).toArray());
    }

    private static ImageRecord picture(PersonInstance... people) {
        return new ImageRecord(
                new ImageKey("a.jpg"),
                Path.of("a.jpg"),
                "train",
                new ImageSize(640, 480),
                OptionalLong.empty(),
                List.of(people));
    }

    private static PosePrediction prediction(PersonInstance person, double score) {
        List<ScoredKeypoint> points = new ArrayList<>();
        for (int k = 0; k < 17; k++) {
            points.add(new ScoredKeypoint(
                    person.keypoints().x(k), person.keypoints().y(k), 0.95));
        }
        return new PosePrediction(person.box(), 0, score, points);
    }

    private static LabelSuspects finder() {
        return finder(SuspectRule.DEFAULT);
    }

    private static LabelSuspects finder(SuspectRule rule) {
        List<ImageRecord> dataset = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            dataset.add(picture(person(1, 200 + i)));
        }
        return new LabelSuspects(COCO, LimbStatistics.of(dataset, COCO), rule);
    }

    private static List<LabelSuspect> alone(PersonInstance... people) {
        return finder().inspect(picture(people));
    }

    @Test
    void aGoodPictureHasNoSuspects() {
        assertThat(alone(person(1, 200), person(2, 400))).isEmpty();
        assertThat(finder().inspect(
                                picture(person(1, 200), person(2, 400)),
                                List.of(prediction(person(1, 200), 0.9), prediction(person(2, 400), 0.8))))
                .isEmpty();
    }

    @Test
    void aWholePersonTheWrongWayRound() {
        assertThat(alone(flipped(person(1, 200)))).singleElement().satisfies(suspect -> assertThat(suspect.kind())
                .isEqualTo(SuspectKind.SIDES_SWAPPED));
        assertThat(finder().inspect(picture(flipped(person(1, 200))), List.of(prediction(person(1, 200), 0.9))))
                .singleElement()
                .satisfies(suspect -> assertThat(suspect.kind()).isEqualTo(SuspectKind.SIDES_SWAPPED));
    }

    @Test
    void aPersonFromBehindIsNotTheWrongWayRound() {
        PersonInstance behind = flipped(person(1, 200));
        Keypoints noFace = behind.keypoints();
        for (int k = 0; k < 5; k++) {
            noFace = noFace.with(k, Keypoint.UNLABELED);
        }
        assertThat(alone(behind.withKeypoints(noFace))).isEmpty();
    }

    @Test
    void exchangedWristsAndExchangedLegs() {
        assertThat(alone(exchanged(person(1, 200), LEFT_WRIST, RIGHT_WRIST)))
                .singleElement()
                .satisfies(suspect -> {
                    assertThat(suspect.kind()).isEqualTo(SuspectKind.PAIR_SWAPPED);
                    assertThat(suspect.keypoints()).containsExactly(LEFT_WRIST, RIGHT_WRIST);
                });
        assertThat(finder().inspect(
                                picture(exchanged(person(1, 200), LEFT_WRIST, RIGHT_WRIST)),
                                List.of(prediction(person(1, 200), 0.9))))
                .singleElement()
                .satisfies(suspect -> assertThat(suspect.keypoints()).containsExactly(LEFT_WRIST, RIGHT_WRIST));
    }

    @Test
    void pointsOfTwoPeopleExchanged() {
        PersonInstance a = person(1, 200);
        PersonInstance b = person(2, 300);
        PersonInstance wrongA = a.withKeypoint(LEFT_WRIST, b.keypoints().get(LEFT_WRIST));
        PersonInstance wrongB = b.withKeypoint(LEFT_WRIST, a.keypoints().get(LEFT_WRIST));
        assertThat(alone(wrongA, wrongB))
                .filteredOn(suspect -> suspect.kind() == SuspectKind.PEOPLE_SWAPPED)
                .singleElement()
                .satisfies(suspect -> {
                    assertThat(suspect.person()).hasValue(1);
                    assertThat(suspect.otherPerson()).hasValue(2);
                    assertThat(suspect.keypoints()).containsExactly(LEFT_WRIST);
                });
    }

    @Test
    void aPointFarFromBoxAndBody() {
        PersonInstance wrong = person(1, 200).withKeypoint(LEFT_WRIST, Keypoint.ofFile(400, 300, Visibility.VISIBLE));
        assertThat(alone(wrong))
                .extracting(LabelSuspect::kind)
                .contains(SuspectKind.JOINT_OUTSIDE_BOX, SuspectKind.JOINT_DISPLACED);
        assertThat(finder().inspect(picture(wrong), List.of(prediction(person(1, 200), 0.9))))
                .singleElement()
                .satisfies(suspect -> {
                    assertThat(suspect.kind()).isEqualTo(SuspectKind.JOINT_DISPLACED);
                    assertThat(suspect.keypoints()).containsExactly(LEFT_WRIST);
                    assertThat(suspect.prediction()).hasValue(0);
                });
    }

    @Test
    void ofABodyThatIsMostlyHiddenTheBoxTellsNoLengths() {
        PersonInstance far = withFarWrist(person(1, 200));
        assertThat(alone(far)).anyMatch(suspect -> suspect.kind() == SuspectKind.JOINT_DISPLACED);
        Keypoints upper = far.keypoints();
        for (int k = 11; k < 17; k++) {
            upper = upper.with(k, Keypoint.UNLABELED);
        }
        Keypoints armOnly = upper.with(RIGHT_WRIST, Keypoint.UNLABELED).with(8, Keypoint.UNLABELED);
        assertThat(alone(far.withKeypoints(armOnly)))
                .noneMatch(suspect -> suspect.kind() == SuspectKind.JOINT_DISPLACED);
    }

    @Test
    void displacedJointsOfAPersonAreOneEntry() {
        PersonInstance far = withFarWrist(person(1, 200));
        // Without the shoulder the elbow hangs on the long limb alone, so that either end may be the wrong one.
        Keypoints points = far.keypoints().with(5, Keypoint.UNLABELED);
        assertThat(alone(far.withKeypoints(points)))
                .filteredOn(suspect -> suspect.kind() == SuspectKind.JOINT_DISPLACED)
                .singleElement()
                .satisfies(suspect -> assertThat(suspect.keypoints()).containsExactlyInAnyOrder(7, LEFT_WRIST));
    }

    private static PersonInstance withFarWrist(PersonInstance person) {
        Keypoints points = person.keypoints();
        Keypoint wrist = points.get(LEFT_WRIST);
        return person.withKeypoints(points.with(LEFT_WRIST, Keypoint.ofFile(150, wrist.y() + 60, Visibility.VISIBLE)));
    }

    @Test
    void anEarUnderHairIsNoForgottenLabel() {
        PersonInstance noEar = person(1, 200);
        noEar = noEar.withKeypoints(noEar.keypoints().with(4, Keypoint.UNLABELED));
        assertThat(finder().inspect(picture(noEar), List.of(prediction(person(1, 200), 0.9))))
                .isEmpty();
        PersonInstance noWrist = person(1, 200);
        noWrist = noWrist.withKeypoints(noWrist.keypoints().with(LEFT_WRIST, Keypoint.UNLABELED));
        assertThat(finder().inspect(picture(noWrist), List.of(prediction(person(1, 200), 0.9))))
                .singleElement()
                .satisfies(suspect -> assertThat(suspect.kind()).isEqualTo(SuspectKind.VISIBILITY));
    }

    @Test
    void flagsThatCannotBe() {
        PersonInstance gap = person(1, 200).withKeypoint(LEFT_KNEE, Keypoint.UNLABELED);
        assertThat(alone(gap)).singleElement().satisfies(suspect -> {
            assertThat(suspect.kind()).isEqualTo(SuspectKind.VISIBILITY);
            assertThat(suspect.keypoints()).containsExactly(LEFT_KNEE);
        });
        PersonInstance outside = person(1, 200).withKeypoint(LEFT_WRIST, Keypoint.ofFile(230, -5, Visibility.VISIBLE));
        assertThat(alone(outside)).extracting(LabelSuspect::kind).contains(SuspectKind.VISIBILITY);
        PersonInstance lost = person(1, 200).withKeypoint(LEFT_WRIST, Keypoint.UNLABELED);
        assertThat(alone(lost)).isEmpty();
        assertThat(finder().inspect(picture(lost), List.of(prediction(person(1, 200), 0.9))))
                .singleElement()
                .satisfies(suspect -> assertThat(suspect.kind()).isEqualTo(SuspectKind.VISIBILITY));
    }

    @Test
    void duplicateMissingAndUnconfirmedPeople() {
        assertThat(alone(person(1, 200), person(2, 201))).singleElement().satisfies(suspect -> {
            assertThat(suspect.kind()).isEqualTo(SuspectKind.DUPLICATE_PERSON);
            assertThat(suspect.person()).hasValue(2);
            assertThat(suspect.otherPerson()).hasValue(1);
        });
        List<LabelSuspect> missing = finder().inspect(
                        picture(person(1, 200)),
                        List.of(prediction(person(1, 200), 0.9), prediction(person(9, 500), 0.8)));
        assertThat(missing).singleElement().satisfies(suspect -> {
            assertThat(suspect.kind()).isEqualTo(SuspectKind.PERSON_MISSING);
            assertThat(suspect.prediction()).hasValue(1);
        });
        assertThat(finder().inspect(picture(person(1, 200)), List.of()))
                .extracting(LabelSuspect::kind)
                .containsExactly(SuspectKind.PERSON_UNCONFIRMED);
    }

    /** The left knee too near to the hip, which makes no limb too long. */
    private static PersonInstance withRaisedKnee(PersonInstance person, Visibility visibility) {
        Keypoint knee = person.keypoints().get(LEFT_KNEE);
        return person.withKeypoint(LEFT_KNEE, Keypoint.ofFile(knee.x(), knee.y() - 60, visibility));
    }

    @Test
    void ofAHiddenJointTheLabelIsBelieved() {
        PersonInstance truth = person(1, 300);
        List<PosePrediction> sees = List.of(prediction(truth, 0.9));
        assertThat(finder().examine(picture(withRaisedKnee(truth, Visibility.VISIBLE)), sees))
                .extracting(LabelSuspect::kind)
                .containsExactly(SuspectKind.JOINT_DISPLACED);
        assertThat(finder().examine(picture(withRaisedKnee(truth, Visibility.OCCLUDED)), sees))
                .isEmpty();
    }

    @Test
    void aPoorFitIsNoWitnessWhereTheModelUsuallyFitsWell() {
        PersonInstance truth = person(1, 300);
        Keypoints off = truth.keypoints();
        for (int k = 0; k < LEFT_WRIST; k++) {
            off = off.with(k, off.get(k).movedTo(off.x(k) + 14, off.y(k)));
        }
        List<PosePrediction> poor = List.of(prediction(truth.withKeypoints(off), 0.9));
        ImageRecord picture = picture(withRaisedKnee(truth, Visibility.VISIBLE));
        assertThat(finder().examine(picture, poor)).isNotEmpty();
        assertThat(finder(SuspectRule.DEFAULT.withUsualOks(0.97)).examine(picture, poor))
                .isEmpty();
    }

    @Test
    void aPointOfSomebodyCutOffAtTheEdgeMayLieOutside() {
        PersonInstance whole = person(1, 300);
        Keypoints points = whole.keypoints().with(LEFT_KNEE, Keypoint.UNLABELED);
        PersonInstance forgotten = whole.withKeypoints(points);
        List<PosePrediction> sees = List.of(prediction(whole, 0.9));
        assertThat(finder().inspect(picture(forgotten), sees))
                .extracting(LabelSuspect::kind)
                .containsExactly(SuspectKind.VISIBILITY);
        // The same in a picture that ends just below the knee.
        ImageRecord low = new ImageRecord(
                new ImageKey("a.jpg"),
                Path.of("a.jpg"),
                "train",
                new ImageSize(640, 325),
                OptionalLong.empty(),
                List.of(forgotten));
        assertThat(finder().inspect(low, sees)).isEmpty();
    }

    @Test
    void theUsualAgreementIsTheMedianOfConfidentMatches() {
        List<ImageRecord> images = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            images.add(picture(person(1, 300)));
        }
        assertThat(UsualAgreement.oks(
                        images, image -> List.of(prediction(person(1, 300), 0.9)), COCO, SuspectRule.DEFAULT))
                .isEqualTo(1);
        assertThat(UsualAgreement.oks(
                        images, image -> List.of(prediction(person(1, 303), 0.9)), COCO, SuspectRule.DEFAULT))
                .isBetween(0.5, 0.999);
        assertThat(UsualAgreement.oks(
                        images, image -> List.of(prediction(person(1, 300), 0.1)), COCO, SuspectRule.DEFAULT))
                .isZero();
    }

    @Test
    void theWorstPictureComesFirst() {
        ImageRecord fine = picture(person(1, 200));
        ImageRecord wrong = new ImageRecord(
                new ImageKey("b.jpg"),
                Path.of("b.jpg"),
                "train",
                new ImageSize(640, 480),
                OptionalLong.empty(),
                List.of(flipped(person(1, 200))));
        ImageRecord unseen = new ImageRecord(
                new ImageKey("c.jpg"),
                Path.of("c.jpg"),
                "train",
                new ImageSize(640, 480),
                OptionalLong.empty(),
                List.of(person(1, 200)));
        DisagreementQueue queue =
                new DisagreementQueue(COCO, LimbStatistics.of(List.of(fine), COCO), SuspectRule.DEFAULT);
        List<Disagreement> entries = queue.of(
                List.of(fine, wrong, unseen),
                key -> key.path().equals("c.jpg")
                        ? Optional.empty()
                        : Optional.of(List.of(prediction(person(1, 200), 0.9))),
                ProgressListener.NONE,
                CancellationToken.NONE);
        assertThat(entries).extracting(entry -> entry.image().path()).containsExactly("b.jpg", "a.jpg");
        assertThat(entries.get(0).inversions()).isOne();
        assertThat(entries.get(1).magnitude()).isZero();
    }
}
