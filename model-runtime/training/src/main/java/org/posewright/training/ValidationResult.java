package org.posewright.training;

import java.util.List;
import java.util.Map;
import org.posewright.annotations.evaluation.CocoSummary;
import org.posewright.annotations.evaluation.ultralytics.UltralyticsSummary;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.training.loss.LossItems;
import org.posewright.training.run.ResultsRow;

/**
 * What a validation found.
 *
 * @param loss mean over the batches, gains applied
 * @param ultralytics their own box and pose numbers, which pick the best weights
 * @param coco the ten numbers of COCO
 * @param predictions of every validated picture
 */
public record ValidationResult(
        LossItems loss,
        UltralyticsSummary ultralytics,
        CocoSummary coco,
        Map<ImageKey, List<PosePrediction>> predictions) {

    /** Rounded to five decimals like everything that the reference compares. */
    public double fitness() {
        return ResultsRow.rounded(ultralytics.fitness());
    }
}
