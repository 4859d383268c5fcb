package org.posewright.annotations.evaluation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.posewright.annotations.evaluation.diagnosis.HandMadeScene.AREA;
import static org.posewright.annotations.evaluation.diagnosis.HandMadeScene.x;
import static org.posewright.annotations.evaluation.diagnosis.HandMadeScene.y;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.evaluation.AreaRange;
import org.posewright.annotations.evaluation.EvaluationParameters;
import org.posewright.annotations.evaluation.KeypointEvaluator;
import org.posewright.annotations.evaluation.Oks;
import org.posewright.annotations.evaluation.SmallEvaluation;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

class ErrorDiagnosisTest {

    private static final int LEFT_WRIST = 9;
    private static final int RIGHT_WRIST = 10;
    private static final Oks OKS = Oks.of(Skeletons.COCO_PERSON);

    private static DiagnosisRule rule(double good, double near) {
        return new DiagnosisRule(good, near, 0.1, 0.5, AreaRange.ALL);
    }

    private static KeypointError errorOf(ErrorDiagnosis diagnosis, int keypoint) {
        return diagnosis.keypointCases().stream()
                .filter(c -> c.keypoint() == keypoint)
                .map(DiagnosisCase.KeypointCase::error)
                .findFirst()
                .orElse(KeypointError.GOOD);
    }

    private static HandMadeScene moved(double imageX, double imageY) {
        HandMadeScene scene = new HandMadeScene().person().person();
        int detection = scene.detect(0, 0.9);
        return scene.move(detection, LEFT_WRIST, imageX, imageY);
    }

    @Test
    void aPerfectDetectionIsAllGood() {
        HandMadeScene scene = new HandMadeScene().person();
        scene.detect(0, 0.9);
        ErrorDiagnosis diagnosis = scene.diagnose();
        assertThat(diagnosis.counts().of(KeypointError.GOOD)).isEqualTo(17);
        assertThat(diagnosis.keypointCases()).isEmpty();
        assertThat(diagnosis.falsePositives()).isEmpty();
        assertThat(diagnosis.falseNegatives()).isEmpty();
        assertThat(diagnosis.reorderedImageShare()).isZero();
    }

    @Test
    void theBorderBetweenGoodAndJitterBelongsToGood() {
        HandMadeScene scene = moved(x(LEFT_WRIST) + 7, y(0));
        double similarity = OKS.similarityOfPoints(7, 0, LEFT_WRIST, AREA);
        assertThat(errorOf(scene.diagnose(rule(similarity, 0.5)), LEFT_WRIST)).isEqualTo(KeypointError.GOOD);
        ErrorDiagnosis above = scene.diagnose(rule(Math.nextUp(similarity), 0.5));
        assertThat(errorOf(above, LEFT_WRIST)).isEqualTo(KeypointError.JITTER);
        assertThat(above.keypointCases().get(0).distancePixels()).isEqualTo(7);
        assertThat(above.keypointCases().get(0).repair())
                .contains(new Repair.TakeModelPoint(LEFT_WRIST, x(LEFT_WRIST) + 7, y(0)));
    }

    @Test
    void theBorderBetweenJitterAndMissBelongsToJitter() {
        HandMadeScene scene = moved(x(LEFT_WRIST), y(0) + 11);
        double similarity = OKS.similarityOfPoints(0, 11, LEFT_WRIST, AREA);
        assertThat(errorOf(scene.diagnose(rule(0.999, similarity)), LEFT_WRIST)).isEqualTo(KeypointError.JITTER);
        assertThat(errorOf(scene.diagnose(rule(0.999, Math.nextUp(similarity))), LEFT_WRIST))
                .isEqualTo(KeypointError.MISS);
    }

    @Test
    void atThePartnerItIsAnInversion() {
        ErrorDiagnosis diagnosis = moved(x(RIGHT_WRIST) + 3, y(0)).diagnose();
        assertThat(errorOf(diagnosis, LEFT_WRIST)).isEqualTo(KeypointError.INVERSION);
        assertThat(diagnosis.keypointCases().get(0).repair()).contains(new Repair.SwapPair(LEFT_WRIST, RIGHT_WRIST));
        assertThat(diagnosis.counts().of(KeypointError.INVERSION, LEFT_WRIST)).isOne();
    }

    @Test
    void theBorderOfInversionIsNear() {
        HandMadeScene scene = moved(x(RIGHT_WRIST) + 9, y(0));
        double similarity = OKS.similarityOfPoints(9, 0, LEFT_WRIST, AREA);
        assertThat(errorOf(scene.diagnose(rule(0.85, similarity)), LEFT_WRIST)).isEqualTo(KeypointError.INVERSION);
        assertThat(errorOf(scene.diagnose(rule(0.85, Math.nextUp(similarity))), LEFT_WRIST))
                .isEqualTo(KeypointError.MISS);
    }

    @Test
    void atSomebodyElsesPointItIsASwap() {
        ErrorDiagnosis same = moved(x(LEFT_WRIST), y(1)).diagnose();
        assertThat(errorOf(same, LEFT_WRIST)).isEqualTo(KeypointError.SWAP);
        assertThat(same.keypointCases().get(0).repair()).contains(new Repair.SwapPersons(LEFT_WRIST, 1, LEFT_WRIST));
        ErrorDiagnosis partner = moved(x(RIGHT_WRIST), y(1)).diagnose();
        assertThat(errorOf(partner, LEFT_WRIST)).isEqualTo(KeypointError.SWAP);
        assertThat(partner.keypointCases().get(0).repair())
                .contains(new Repair.SwapPersons(LEFT_WRIST, 1, RIGHT_WRIST));
    }

    @Test
    void theBorderOfSwapIsNear() {
        HandMadeScene scene = moved(x(LEFT_WRIST) + 9, y(1));
        double similarity = OKS.similarityOfPoints(9, 0, LEFT_WRIST, AREA);
        assertThat(errorOf(scene.diagnose(rule(0.85, similarity)), LEFT_WRIST)).isEqualTo(KeypointError.SWAP);
        assertThat(errorOf(scene.diagnose(rule(0.85, Math.nextUp(similarity))), LEFT_WRIST))
                .isEqualTo(KeypointError.MISS);
    }

    @Test
    void theNoseIsItsOwnPartnerAndCannotBeInverted() {
        HandMadeScene scene = new HandMadeScene().person();
        int detection = scene.detect(0, 0.9);
        scene.move(detection, 0, x(0) + 2.5, y(0));
        double similarity = OKS.similarityOfPoints(2.5, 0, 0, AREA);
        assertThat(errorOf(scene.diagnose(rule(Math.nextUp(similarity), 0.5)), 0))
                .isEqualTo(KeypointError.JITTER);
    }

    @Test
    void theBorderOfMeaningAPersonBelongsToTheMatch() {
        HandMadeScene scene = new HandMadeScene().person();
        int detection = scene.detect(0, 0.9);
        for (int k = 1; k < 17; k++) {
            scene.move(detection, k, 9000, 9000);
        }
        double oks = 1 / 17.0;
        DiagnosisRule at = new DiagnosisRule(0.85, 0.5, oks, 0.5, AreaRange.ALL);
        DiagnosisRule above = new DiagnosisRule(0.85, 0.5, Math.nextUp(oks), 0.5, AreaRange.ALL);
        assertThat(scene.diagnose(at).matchedPeople()).isOne();
        assertThat(scene.diagnose(above).matchedPeople()).isZero();
        assertThat(scene.diagnose(above).falsePositives()).hasSize(1);
        assertThat(scene.diagnose(above).falseNegatives()).hasSize(1);
    }

    @Test
    void theBorderOfScoringBelongsToTheCompetition() {
        HandMadeScene scene = new HandMadeScene().person();
        int bold = scene.detect(0, 0.9);
        scene.detect(0, 0.5);
        scene.move(bold, LEFT_WRIST, 9000, 9000);
        double oks = 16 / 17.0;
        assertThat(scene.diagnose(new DiagnosisRule(0.85, 0.5, 0.1, oks, AreaRange.ALL))
                        .scoringCases())
                .hasSize(1);
        assertThat(scene.diagnose(new DiagnosisRule(0.85, 0.5, 0.1, Math.nextUp(oks), AreaRange.ALL))
                        .scoringCases())
                .isEmpty();
    }

    @Test
    void nearTheOwnPointButNearerToSomebodyElseIsASwap() {
        HandMadeScene scene = new HandMadeScene().person();
        int detection = scene.detect(0, 0.9);
        scene.person();
        double reach = y(1) - y(0);
        scene.move(detection, LEFT_WRIST, x(LEFT_WRIST), y(0) + 0.6 * reach);
        assertThat(errorOf(scene.diagnose(rule(0.85, 1e-300)), LEFT_WRIST)).isEqualTo(KeypointError.SWAP);
        scene.move(detection, LEFT_WRIST, x(LEFT_WRIST), y(0) + 0.5 * reach);
        assertThat(errorOf(scene.diagnose(rule(0.85, 1e-300)), LEFT_WRIST))
                .as("a tie goes to the own point")
                .isEqualTo(KeypointError.JITTER);
    }

    @Test
    void nowhereIsAMiss() {
        ErrorDiagnosis diagnosis = moved(9000, 9000).diagnose();
        assertThat(errorOf(diagnosis, LEFT_WRIST)).isEqualTo(KeypointError.MISS);
        assertThat(diagnosis.counts().of(KeypointError.GOOD)).isEqualTo(16);
    }

    @Test
    void unlabelledPointsAndCrowdsTakeNoPart() {
        HandMadeScene scene = new HandMadeScene().person(5, false).person(17, true);
        int detection = scene.detect(0, 0.9);
        scene.move(detection, 3, x(3), y(1)).move(detection, 12, 9000, 9000);
        ErrorDiagnosis diagnosis = scene.diagnose();
        assertThat(diagnosis.counts().total()).isEqualTo(5);
        assertThat(errorOf(diagnosis, 3)).isEqualTo(KeypointError.MISS);
    }

    @Test
    void extraAndMissingPeopleAreBackgroundErrors() {
        HandMadeScene scene = new HandMadeScene().person().person(3, false).person(0, false);
        scene.detect(0, 0.9);
        scene.detect(5, 0.4);
        scene.detect(7, 0.6);
        ErrorDiagnosis diagnosis = scene.diagnose();
        assertThat(diagnosis.falsePositives())
                .extracting(DiagnosisCase.FalsePositive::score)
                .containsExactly(0.6, 0.4);
        assertThat(diagnosis.falseNegatives()).singleElement().satisfies(missed -> {
            assertThat(missed.place().person()).hasValue(1);
            assertThat(missed.labeledKeypoints()).isEqualTo(3);
            assertThat(missed.repair()).isEqualTo(Optional.of(new Repair.RemovePerson(1)));
        });
        assertThat(diagnosis.matchedPeople()).isOne();
    }

    @Test
    void aWorseDetectionWithABetterScoreIsAScoringError() {
        HandMadeScene scene = new HandMadeScene().person();
        int bold = scene.detect(0, 0.9);
        scene.detect(0, 0.5);
        scene.move(bold, LEFT_WRIST, 9000, 9000);
        ErrorDiagnosis diagnosis = scene.diagnose();
        assertThat(diagnosis.scoringCases()).singleElement().satisfies(error -> {
            assertThat(error.place().detection()).hasValue(0);
            assertThat(error.fittingDetection()).isEqualTo(1);
            assertThat(error.fittingOks()).isEqualTo(1);
            assertThat(error.scoredOks()).isCloseTo(16 / 17.0, within(1e-12));
        });
        assertThat(diagnosis.reorderedImageShare()).isEqualTo(1);
        assertThat(scene.gains().gainAlone(RepairStep.SCORING)).isPositive();
    }

    @Test
    void repairingTheOnlyErrorGivesFullAp() {
        HandMadeScene scene = new HandMadeScene().person();
        int detection = scene.detect(0, 0.9);
        for (int k = 5; k < 17; k++) {
            scene.move(detection, k, x(Skeletons.COCO_PERSON.partner(k)), y(0));
        }
        RepairGains gains = scene.gains();
        assertThat(gains.baselineAp()).isZero();
        assertThat(gains.gainAlone(RepairStep.INVERSION)).isCloseTo(1, within(1e-12));
        assertThat(gains.gainAlone(RepairStep.SWAP)).isZero();
        assertThat(gains.apProgressive().get(RepairStep.INVERSION)).isCloseTo(1, within(1e-12));
    }

    @Test
    void repairedPointsHaveTheSimilarityTheirClassDeserves() {
        PointRepair repair = new PointRepair(
                new KeypointClassifier(Skeletons.COCO_PERSON, OKS, DiagnosisRule.ALL_SIZES),
                OKS,
                DiagnosisRule.ALL_SIZES);
        double shift = repair.shiftFor(0.85, AREA, LEFT_WRIST);
        assertThat(OKS.similarityOfPoints(shift, 0, LEFT_WRIST, AREA)).isCloseTo(0.85, within(1e-12));
        assertThat(repair.shiftFor(1, AREA, LEFT_WRIST)).isZero();
    }

    @Test
    void progressiveRepairsNeverLoseAndEndAtOne() {
        RepairGains gains = new ErrorDiagnoser(Skeletons.COCO_PERSON, DiagnosisRule.ALL_SIZES)
                .gains(
                        new KeypointEvaluator(EvaluationParameters.coco(Skeletons.COCO_PERSON))
                                .evaluate(SmallEvaluation.input(), ProgressListener.NONE, CancellationToken.NONE),
                        ProgressListener.NONE,
                        CancellationToken.NONE);
        double before = gains.baselineAp();
        for (RepairStep step : RepairStep.values()) {
            assertThat(gains.apProgressive().get(step)).as("%s", step).isGreaterThanOrEqualTo(before - 1e-12);
            before = gains.apProgressive().get(step);
        }
        assertThat(before).isCloseTo(1, within(1e-12));
        assertThat(gains.gainAlone(RepairStep.BACKGROUND_FALSE_POSITIVE)).isPositive();
    }

    @Test
    void sumsAgreeWithTheMatches() {
        ErrorDiagnosis diagnosis = new ErrorDiagnoser(Skeletons.COCO_PERSON, DiagnosisRule.ALL_SIZES)
                .diagnose(
                        new KeypointEvaluator(EvaluationParameters.coco(Skeletons.COCO_PERSON))
                                .evaluate(SmallEvaluation.input(), ProgressListener.NONE, CancellationToken.NONE),
                        CancellationToken.NONE);
        int countedPeople = 4;
        assertThat(diagnosis.matchedPeople() + diagnosis.falseNegatives().size())
                .isEqualTo(countedPeople);
        int ignoredMatches = 3;
        assertThat(diagnosis.matchedPeople() + diagnosis.falsePositives().size() + ignoredMatches)
                .isEqualTo(9);
        long labeled = 17 + 10 + 17 + 17;
        assertThat(diagnosis.counts().total()).isEqualTo(labeled);
        assertThat(diagnosis.keypointCases())
                .hasSize((int) (labeled - diagnosis.counts().of(KeypointError.GOOD)));
    }
}
