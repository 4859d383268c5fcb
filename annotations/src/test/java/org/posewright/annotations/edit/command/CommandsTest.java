package org.posewright.annotations.edit.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posewright.annotations.edit.People;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.model.Visibility;

class CommandsTest {

    private static final int LEFT_SHOULDER = 5;
    private static final int RIGHT_SHOULDER = 6;

    private final ImageRecord image = People.image(1, 3);
    private final SwapEdits swaps = new SwapEdits(People.SKELETON);
    private long nextId = 100;
    private final PersonEdits people = new PersonEdits(People.SKELETON, () -> nextId++);

    private static List<PersonInstance> after(ImageRecord before, EditCommand command) {
        OneImage target = new OneImage(before);
        command.apply(target);
        return target.image.people();
    }

    private Keypoints pointsAfter(EditCommand command) {
        return after(image, command).get(1).keypoints();
    }

    private Keypoints points() {
        return image.people().get(1).keypoints();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "left_shoulder | 5 7 9",
                "right_hip | 12 14 16",
                "left_elbow | 7 9",
                "left_wrist | 9",
                "left_ear | 3",
                "left_eye | 1",
                "nose | 0",
            })
    void aLimbIsWhatHangsOnAPoint(String from, String expected) {
        int start = People.SKELETON.keypointNames().indexOf(from);
        List<Integer> chain = new ArrayList<>();
        for (String index : expected.split(" ")) {
            chain.add(Integer.valueOf(index));
        }
        assertThat(new LimbChains(People.SKELETON).chainFrom(start)).containsExactlyInAnyOrderElementsOf(chain);
    }

    @Test
    void swappingALimbExchangesItsPointsAndNoOthers() {
        Keypoints swapped = pointsAfter(swaps.limb(image, 1, LEFT_SHOULDER));
        for (int i = 0; i < swapped.size(); i++) {
            boolean arm = i >= LEFT_SHOULDER && i <= 10;
            int source = arm ? People.SKELETON.partner(i) : i;
            assertThat(swapped.x(i)).as("point %d", i).isEqualTo(points().x(source));
            assertThat(swapped.visibility(i)).isEqualTo(points().visibility(source));
        }
        assertThat(swapped.provenance(RIGHT_SHOULDER)).isEqualTo(Provenance.FILE);
        assertThat(swapped.provenance(LEFT_SHOULDER)).isEqualTo(Provenance.HUMAN);
    }

    @Test
    void swappingAPairTwiceIsNothingButSomebodyTouchedIt() {
        Keypoints once = pointsAfter(swaps.pair(image, 1, 3));
        assertThat(once.x(3)).isEqualTo(points().x(4));
        assertThat(once.x(4)).isEqualTo(points().x(3));
        assertThat(once.get(1)).isEqualTo(points().get(1));
    }

    @Test
    void swappingSidesNeedsPartners() {
        SwapEdits nameless = new SwapEdits(Skeletons.numbered(17, 3));
        assertThatThrownBy(() -> nameless.sides(image, 1))
                .isInstanceOf(EditRefusedException.class)
                .hasMessageContaining("flip_idx");
    }

    @Test
    void mirroringTwiceRestoresThePlaces() {
        OneImage target = new OneImage(image);
        swaps.mirror(target.image, 1).apply(target);
        Box box = image.people().get(1).box();
        assertThat(target.image.people().get(1).keypoints().x(0)).isEqualTo(2 * box.centerX() - points().x(0));
        assertThat(target.image.people().get(1).keypoints().isLabeled(1)).isEqualTo(points().isLabeled(2));
        swaps.mirror(target.image, 1).apply(target);
        Keypoints twice = target.image.people().get(1).keypoints();
        for (int i = 0; i < twice.size(); i++) {
            assertThat(twice.x(i)).isCloseTo(points().x(i), within(1e-9));
            assertThat(twice.visibility(i)).isEqualTo(points().visibility(i));
        }
    }

    @Test
    void aPointCanChangeItsOwner() {
        List<PersonInstance> swapped = after(image, swaps.betweenPeople(image, 0, 2, 1));
        assertThat(swapped.get(0).keypoints().x(1))
                .isEqualTo(image.people().get(2).keypoints().x(1));
        assertThat(swapped.get(2).keypoints().x(1))
                .isEqualTo(image.people().get(0).keypoints().x(1));
        assertThat(swapped.get(1)).isEqualTo(image.people().get(1));
    }

    @Test
    void boxesAreFittedToLabelledPointsOrAPersonAroundThem() {
        Box extent = points().labeledExtent().orElseThrow();
        assertThat(after(image, BoxEdits.fitToKeypoints(image, 1)).get(1).box()).isEqualTo(extent);
        Box person = after(image, BoxEdits.fitToPerson(image, 1)).get(1).box();
        assertThat(person.width()).isCloseTo(extent.width() * 1.25, within(1e-9));
        assertThat(person.centerY()).isCloseTo(extent.centerY(), within(1e-9));

        PersonInstance outside = image.people().get(1).withKeypoint(0, Keypoint.ofFile(-5, 470, Visibility.VISIBLE));
        ImageRecord edge = image.withPeople(List.of(outside));
        Box clipped = after(edge, BoxEdits.fitToPerson(edge, 1)).get(0).box();
        assertThat(clipped.x()).isEqualTo(-5);
        assertThat(clipped.bottom()).isEqualTo(480);

        ImageRecord nobody = image.withPeople(List.of(outside.withKeypoints(Keypoints.unlabeled(17))));
        assertThatThrownBy(() -> BoxEdits.fitToKeypoints(nobody, 1)).isInstanceOf(EditRefusedException.class);
    }

    @Test
    void aBoxDraggedThroughItselfIsTurnedRound() {
        assertThat(after(image, BoxEdits.replace(image, 1, new Box(10, 20, -4, -6)))
                        .get(1)
                        .box())
                .isEqualTo(new Box(6, 14, 4, 6));
    }

    @Test
    void aTemplateIsStretchedIntoTheBox() {
        Keypoints template = People.person(0).keypoints();
        Box templateBox = People.person(0).box();
        PersonInstance added = after(
                        image, people.addFromTemplate(image, 0, new Box(0, 0, 120, 40), template, templateBox))
                .get(3);
        assertThat(added.id()).isEqualTo(100);
        assertThat(added.keypoints().x(0)).isEqualTo((template.x(0) - templateBox.x()) * 2);
        assertThat(added.keypoints().y(0)).isEqualTo((template.y(0) - templateBox.y()) / 2);
        assertThat(added.keypoints().get(2)).isEqualTo(Keypoint.UNLABELED);
        assertThat(added.keypoints().provenance(0)).isEqualTo(Provenance.HUMAN);
    }

    @Test
    void pastedPeopleAreNewAndShiftedAndUnlabelledPointsStayWhereNothingIs() {
        List<PersonInstance> pasted =
                after(image, people.paste(image, image.people().subList(0, 2), 5, 7));
        assertThat(pasted).extracting(PersonInstance::id).containsExactly(0L, 1L, 2L, 100L, 101L);
        assertThat(pasted.get(3).keypoints().x(0))
                .isEqualTo(image.people().get(0).keypoints().x(0) + 5);
        assertThat(pasted.get(3).keypoints().x(2)).isZero();
        assertThat(pasted.get(4).box()).isEqualTo(image.people().get(1).box().translated(5, 7));
    }

    @Test
    void acceptedPredictionsRememberThatAModelMadeThem() {
        PredictionEdits edits = new PredictionEdits(People.SKELETON, () -> nextId++);
        List<ScoredKeypoint> scored = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            scored.add(new ScoredKeypoint(i, i, i / 16.0));
        }
        PosePrediction prediction = new PosePrediction(new Box(1, 2, 3, 4), 0, 0.8, scored);
        PersonInstance accepted =
                after(image, edits.accept(image, List.of(prediction), 0.5)).get(3);
        assertThat(accepted.keypoints().get(8)).isEqualTo(new Keypoint(8, 8, Visibility.VISIBLE, Provenance.MODEL));
        assertThat(accepted.keypoints().get(7)).isEqualTo(new Keypoint(0, 0, Visibility.UNLABELED, Provenance.MODEL));

        Keypoints one = pointsAfter(edits.acceptPoint(image, 1, 0, scored.get(3)));
        assertThat(one.get(0)).isEqualTo(new Keypoint(3, 3, points().visibility(0), Provenance.MODEL));
        PosePrediction hand = new PosePrediction(new Box(1, 2, 3, 4), 0, 0.8, scored.subList(0, 3));
        assertThatThrownBy(() -> edits.accept(image, List.of(hand), 0.5))
                .isInstanceOf(EditRefusedException.class)
                .hasMessageContaining("3 points");
    }

    @Test
    void peopleOfAnotherSkeletonAreRefused() {
        Keypoints hand = Keypoints.of(List.of(Keypoint.ofFile(1, 2, Visibility.VISIBLE), Keypoint.UNLABELED));
        Box box = new Box(1, 2, 30, 40);
        PersonInstance copied = PersonInstance.added(7, 0, box, hand);
        for (Runnable edit : List.<Runnable>of(
                () -> people.add(image, 0, box, hand),
                () -> people.addFromTemplate(image, 0, box, hand, box),
                () -> people.paste(image, List.of(copied), 0, 0))) {
            assertThatThrownBy(edit::run)
                    .isInstanceOf(EditRefusedException.class)
                    .hasMessageContaining("has 2 points, but people of this dataset have 17");
        }
    }

    @Test
    void aTemplateWithoutExtentIsRefused() {
        assertThatThrownBy(
                        () -> people.addFromTemplate(image, 0, new Box(1, 2, 30, 40), points(), new Box(5, 5, 0, 20)))
                .isInstanceOf(EditRefusedException.class)
                .hasMessageContaining("without area");
    }

    @Test
    void visibilityCyclesAndAPointThatWasNeverPlacedIsRefused() {
        assertThat(KeypointEdits.next(Visibility.VISIBLE)).isEqualTo(Visibility.OCCLUDED);
        assertThat(KeypointEdits.next(Visibility.OCCLUDED)).isEqualTo(Visibility.UNLABELED);
        assertThat(KeypointEdits.next(Visibility.UNLABELED)).isEqualTo(Visibility.VISIBLE);
        KeypointEdits edits = new KeypointEdits(People.SKELETON, (key, person, index) -> Optional.empty());
        assertThatThrownBy(() -> edits.move(image, 1, 2, 3, 4)).hasMessageContaining("right eye");
        assertThatThrownBy(() -> edits.move(image, 77, 0, 3, 4)).hasMessageContaining("person 77");
    }

    @Test
    void peopleThatChangePlacesComeBackInOrder() {
        List<PersonInstance> reversed = new ArrayList<>(image.people());
        java.util.Collections.reverse(reversed);
        EditCommand command = ReplacePeople.between(image, reversed, "Reverse");
        OneImage target = new OneImage(image);
        command.apply(target);
        assertThat(target.image.people()).isEqualTo(reversed);
        command.inverse().apply(target);
        assertThat(target.image.people()).isEqualTo(image.people());
    }

    @Test
    void deletingSeveralPeopleKeepsTheOrderOfTheRestAndOfAllAfterUndo() {
        EditCommand command = people.delete(image, Set.of(0L, 2L));
        OneImage target = new OneImage(image);
        command.apply(target);
        assertThat(target.image.people()).extracting(PersonInstance::id).containsExactly(1L);
        command.inverse().apply(target);
        assertThat(target.image).isEqualTo(image);
    }

    private static final class OneImage implements EditTarget {
        private ImageRecord image;

        OneImage(ImageRecord image) {
            this.image = image;
        }

        @Override
        public ImageRecord image(ImageKey key) {
            return image;
        }

        @Override
        public void replacePeople(ImageKey key, List<PersonInstance> people) {
            image = image.withPeople(people);
        }

        @Override
        public void changeStatus(ImageKey key, ImageStatus status) {
            throw new AssertionError("no status here");
        }
    }
}
