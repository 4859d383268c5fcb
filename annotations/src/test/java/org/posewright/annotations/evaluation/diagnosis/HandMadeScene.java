package org.posewright.annotations.evaluation.diagnosis;

import java.util.stream.LongStream;
import org.posewright.annotations.evaluation.DetectionSetBuilder;
import org.posewright.annotations.evaluation.Evaluation;
import org.posewright.annotations.evaluation.EvaluationAxes;
import org.posewright.annotations.evaluation.EvaluationInput;
import org.posewright.annotations.evaluation.EvaluationParameters;
import org.posewright.annotations.evaluation.GroundTruthBlock;
import org.posewright.annotations.evaluation.GroundTruthSet;
import org.posewright.annotations.evaluation.KeypointEvaluator;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** One picture with people whose points lie far apart, and detections that start as copies of them. */
final class HandMadeScene {

    static final double AREA = 10_000;
    static final double SPACING = 100;
    static final int POINTS = 17;

    private final EvaluationAxes axes = new EvaluationAxes(LongStream.of(1), LongStream.of(1));
    private final GroundTruthSet.Builder truth = new GroundTruthSet.Builder(axes, POINTS);
    private final DetectionSetBuilder detections = new DetectionSetBuilder(axes, POINTS);
    private long nextId = 1;

    /** x of a keypoint of a person; people stand below one another. */
    static double x(int keypoint) {
        return 50 + SPACING * keypoint;
    }

    static double y(int person) {
        return 50 + 500.0 * person;
    }

    HandMadeScene person() {
        return person(POINTS, false);
    }

    /** A person with the first points labelled. */
    HandMadeScene person(int labeledPoints, boolean crowd) {
        int index = (int) nextId - 1;
        GroundTruthBlock.Builder block = truth.at(0, 0);
        int person = block.person(nextId++, AREA, crowd, crowd || labeledPoints == 0);
        block.box(person, 50, y(index), SPACING * POINTS, 100);
        for (int k = 0; k < labeledPoints; k++) {
            block.point(person, k, x(k), y(index), true);
        }
        return this;
    }

    /** A detection at a person's points; returns its index for {@link #move}. */
    int detect(int person, double score) {
        int detection = detections.detection(1, 1, score);
        for (int k = 0; k < POINTS; k++) {
            detections.point(detection, k, x(k), y(person));
        }
        return detection;
    }

    HandMadeScene move(int detection, int keypoint, double imageX, double imageY) {
        detections.point(detection, keypoint, imageX, imageY);
        return this;
    }

    Evaluation evaluate() {
        return new KeypointEvaluator(EvaluationParameters.coco(Skeletons.COCO_PERSON))
                .evaluate(
                        new EvaluationInput(truth.build(), detections.build()),
                        ProgressListener.NONE,
                        CancellationToken.NONE);
    }

    ErrorDiagnosis diagnose() {
        return diagnose(DiagnosisRule.ALL_SIZES);
    }

    ErrorDiagnosis diagnose(DiagnosisRule rule) {
        return new ErrorDiagnoser(Skeletons.COCO_PERSON, rule).diagnose(evaluate(), CancellationToken.NONE);
    }

    RepairGains gains() {
        return new ErrorDiagnoser(Skeletons.COCO_PERSON, DiagnosisRule.ALL_SIZES)
                .gains(evaluate(), ProgressListener.NONE, CancellationToken.NONE);
    }
}
