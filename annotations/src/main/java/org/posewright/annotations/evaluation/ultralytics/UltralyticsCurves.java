package org.posewright.annotations.evaluation.ultralytics;

import java.util.List;

/** Precision and recall as curves at threshold 0.5, for boxes and for poses; one entry for each class that occurs in the labels. */
public record UltralyticsCurves(List<OfClass> box, List<OfClass> pose) {

    public UltralyticsCurves {
        box = List.copyOf(box);
        pose = List.copyOf(pose);
    }

    /**
     * The curves of one class.
     *
     * @param averagePrecision area under the first curve
     * @param recall after each detection, best score first
     * @param precision highest precision at this recall or above; as many as {@code recall}
     * @param precisionByConfidence at equally spaced confidences from 0 to 1
     * @param recallByConfidence at the same confidences
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record OfClass(
            int category,
            double averagePrecision,
            double[] recall,
            double[] precision,
            double[] precisionByConfidence,
            double[] recallByConfidence) {}
}
