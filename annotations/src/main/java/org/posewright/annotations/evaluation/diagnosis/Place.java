package org.posewright.annotations.evaluation.diagnosis;

import java.util.OptionalInt;
import org.posewright.annotations.evaluation.DetectionBlock;
import org.posewright.annotations.evaluation.EvaluationInput;
import org.posewright.annotations.evaluation.GroundTruthBlock;

/**
 * Where a case lies, as indices into the evaluation's input.
 *
 * @param person index in the labels of the picture and category; empty for a detection that means nobody
 * @param detection index in the detections of the picture and category, best score first; empty for a person nobody found
 */
public record Place(int imageIndex, int categoryIndex, OptionalInt person, OptionalInt detection) {

    public long imageId(EvaluationInput input) {
        return input.axes().imageId(imageIndex);
    }

    public GroundTruthBlock people(EvaluationInput input) {
        return input.truth().block(input.axes().blockIndex(imageIndex, categoryIndex));
    }

    public DetectionBlock detections(EvaluationInput input) {
        return input.detections().block(input.axes().blockIndex(imageIndex, categoryIndex));
    }
}
