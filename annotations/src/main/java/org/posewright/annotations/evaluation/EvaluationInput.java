package org.posewright.annotations.evaluation;

/** Labels and detections on the same pictures and categories. */
public record EvaluationInput(GroundTruthSet truth, DetectionSet detections) {

    public EvaluationInput {
        if (!truth.axes().equals(detections.axes())) {
            throw new IllegalArgumentException("labels and detections are of different pictures or categories");
        }
        if (truth.keypointCount() != detections.keypointCount()) {
            throw new EvaluationException("the labels have " + truth.keypointCount() + " keypoints and the detections "
                    + detections.keypointCount() + "; evaluate a model of the labels' skeleton");
        }
    }

    public EvaluationAxes axes() {
        return truth.axes();
    }

    public EvaluationInput with(GroundTruthSet newTruth) {
        return new EvaluationInput(newTruth, detections);
    }

    public EvaluationInput with(DetectionSet newDetections) {
        return new EvaluationInput(truth, newDetections);
    }

    /**
     * Only some pictures; detections on others no longer count, not even as false positives.
     *
     * @throws EvaluationException if a picture is not in the labels
     */
    public EvaluationInput restrictedTo(long[] imageIds) {
        EvaluationAxes fewer = axes().restrictedTo(imageIds);
        return new EvaluationInput(truth.restrictedTo(fewer), detections.restrictedTo(fewer));
    }
}
