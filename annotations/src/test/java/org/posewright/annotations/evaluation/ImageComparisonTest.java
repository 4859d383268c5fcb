package org.posewright.annotations.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.model.Visibility;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

class ImageComparisonTest {

    private static final ComparisonRule RULE = ComparisonRule.forDisplay(Skeletons.COCO_PERSON, AreaRule.SEGMENTATION);

    private static PersonInstance person(long id, double x, int labeled, boolean crowd) {
        Keypoints points = Keypoints.unlabeled(17);
        for (int k = 0; k < labeled; k++) {
            points = points.with(k, Keypoint.ofFile(x + 5 * k, 100 + 3 * k, Visibility.VISIBLE));
        }
        return new PersonInstance(
                id, 0, new Box(x, 100, 90, 60), points, OptionalDouble.of(4000), crowd, OptionalInt.empty());
    }

    private static PosePrediction prediction(double x, double score, double shift) {
        List<ScoredKeypoint> points = new ArrayList<>();
        for (int k = 0; k < 17; k++) {
            points.add(new ScoredKeypoint(x + 5 * k + shift, 100 + 3 * k, 0.9));
        }
        return new PosePrediction(new Box(x, 100, 90, 60), 0, score, points);
    }

    private static ImageRecord picture(String name, OptionalLong cocoId, PersonInstance... people) {
        return new ImageRecord(
                new ImageKey(name), Path.of(name), "val", new ImageSize(640, 480), cocoId, List.of(people));
    }

    private static ImageRecord picture(PersonInstance... people) {
        return picture("a.jpg", OptionalLong.empty(), people);
    }

    @Test
    void pairsPeopleAndPredictionsAndNamesTheRest() {
        ImageComparison compared = ImageComparison.of(
                picture(person(0, 50, 17, false), person(1, 400, 17, false)),
                List.of(prediction(250, 0.5, 0), prediction(50, 0.4, 2), prediction(560, 0.9, 0)),
                RULE);
        assertThat(compared.matches()).singleElement().satisfies(match -> {
            assertThat(match.person().id()).isZero();
            assertThat(match.predictionIndex()).isEqualTo(1);
        });
        assertThat(compared.missed()).extracting(PersonInstance::id).containsExactly(1L);
        assertThat(compared.extraPredictions()).containsExactly(2, 0);
        PersonMatch match = compared.matchOf(0).orElseThrow();
        assertThat(compared.meanOks().orElseThrow()).isEqualTo(match.oks() / 2);
        assertThat(compared.matchOfPrediction(1)).contains(match);
        assertThat(compared.matchOf(1)).isEmpty();
    }

    @Test
    void jointSharesAddUpToTheLoss() {
        ImageComparison compared =
                ImageComparison.of(picture(person(3, 50, 9, false)), List.of(prediction(50, 0.4, 4)), RULE);
        PersonMatch match = compared.matches().get(0);
        double loss = match.keypoints().stream()
                .mapToDouble(KeypointDifference::oksLoss)
                .sum();
        assertThat(loss).isCloseTo(1 - match.oks(), within(1e-12));
        assertThat(match.keypoints()).hasSize(17);
        assertThat(match.keypoints().get(0).distancePixels()).isEqualTo(4);
        assertThat(match.keypoints().get(0).similarity())
                .isCloseTo(Math.exp(-16 / (0.052 * 0.052) / 4000 / 2), within(1e-12));
        assertThat(match.keypoints().get(9).counted()).isFalse();
        assertThat(match.keypoints().get(9).similarity()).isNaN();
    }

    @Test
    void theAreaIsStatedWithItsSource() {
        PersonInstance coco = person(0, 50, 17, false);
        assertThat(AreaRule.SEGMENTATION.areaOf(coco)).isEqualTo(new AreaRule.PersonArea(4000, AreaRule.SEGMENTATION));
        PersonInstance yolo = PersonInstance.added(0, 0, coco.box(), coco.keypoints());
        assertThat(AreaRule.SEGMENTATION.areaOf(yolo))
                .isEqualTo(new AreaRule.PersonArea(90 * 60 * 0.53, AreaRule.BOX_SHARE));
        assertThat(AreaRule.BOX_SHARE.areaOf(coco).areaPixels()).isEqualTo(90.0 * 60 * 0.53);
    }

    @Test
    void aCrowdAbsorbsSeveralPredictionsAndCountsForNothing() {
        ImageComparison compared = ImageComparison.of(
                picture(person(7, 50, 0, true)), List.of(prediction(50, 0.4, 0), prediction(60, 0.6, 0)), RULE);
        assertThat(compared.matches()).hasSize(2).allMatch(PersonMatch::ignored);
        assertThat(compared.extraPredictions()).isEmpty();
        assertThat(compared.meanOks()).isEmpty();
    }

    @Test
    void predictionsOfAnotherCategoryMeanNobody() {
        PosePrediction p = prediction(50, 0.4, 0);
        PosePrediction other = new PosePrediction(p.box(), 1, p.score(), p.keypoints());
        ImageComparison compared = ImageComparison.of(picture(person(7, 50, 17, false)), List.of(other), RULE);
        assertThat(compared.matches()).isEmpty();
        assertThat(compared.extraPredictions()).containsExactly(0);
    }

    @Test
    void anotherSkeletonIsRefused() {
        PosePrediction few = new PosePrediction(new Box(0, 0, 9, 9), 0, 0.9, List.of(new ScoredKeypoint(1, 1, 1)));
        assertThatThrownBy(() -> ImageComparison.of(picture(person(7, 50, 17, false)), List.of(few), RULE))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("1 keypoints")
                .hasMessageContaining("17");
    }

    @Test
    void theOpenDatasetIsEvaluatedAndUpdatedAfterAnEdit() {
        ImageRecord first = picture("a.jpg", OptionalLong.empty(), person(0, 50, 17, false));
        ImageRecord second = picture("b.jpg", OptionalLong.empty(), person(0, 90, 17, false));
        Map<ImageKey, List<PosePrediction>> predictions =
                Map.of(first.key(), List.of(prediction(50, 0.9, 0)), second.key(), List.of(prediction(90, 0.8, 60)));
        DatasetTruth truth = DatasetTruth.of(List.of(first, second), 1, Skeletons.COCO_PERSON, AreaRule.SEGMENTATION);
        KeypointEvaluator evaluator = new KeypointEvaluator(EvaluationParameters.coco(Skeletons.COCO_PERSON));
        Evaluation before = evaluator.evaluate(
                new EvaluationInput(truth.truth(), truth.detections(predictions::get)),
                ProgressListener.NONE,
                CancellationToken.NONE);
        assertThat(before.summary().ar())
                .as("row 0 of a YOLO file counts although its id is 0")
                .isEqualTo(0.5);
        ImageRecord mended = second.withPeople(List.of(person(0, 150, 17, false)));
        DatasetTruth edited = truth.withEdited(List.of(mended));
        Evaluation after = evaluator.reevaluate(before, edited.truth(), List.of(edited.imageId(mended.key())));
        assertThat(after.summary().ap()).isCloseTo(1, within(1e-12));
        assertThat(edited.person(edited.imageIndex(mended.key()), 0, 0))
                .isEqualTo(mended.people().get(0));
        assertThat(edited.imageIndex(new ImageKey("unknown.jpg"))).isNegative();
    }

    @Test
    void cocoIdsOrderThePictures() {
        DatasetTruth truth = DatasetTruth.of(
                List.of(
                        picture("a.jpg", OptionalLong.of(9), person(4, 50, 17, false)),
                        picture("b.jpg", OptionalLong.of(2))),
                1,
                Skeletons.COCO_PERSON,
                AreaRule.SEGMENTATION);
        assertThat(truth.image(0).key().path()).isEqualTo("b.jpg");
        assertThat(truth.truth().block(1).id(0)).isEqualTo(4);
    }
}
