package org.posewright.app.figures;

import org.jspecify.annotations.Nullable;

/**
 * What was found out about a model file on this machine.
 *
 * @param name file name without ending
 * @param counted null when its layers are not known
 * @param times null before they were taken
 * @param device what the session ran on
 * @param accuracy null before it was measured
 */
public record ModelMeasurement(
        String name,
        String file,
        @Nullable CountedNetwork counted,
        @Nullable StageTimes times,
        String device,
        @Nullable Accuracy accuracy) {

    /**
     * COCO's keypoint AP on the saved labels of a split.
     *
     * @param ap in [0, 1]; -1 where nobody counts
     */
    public record Accuracy(String dataset, String split, int pictures, double ap, double ap50) {}

    public ModelMeasurement withTimes(StageTimes taken, String ranOn) {
        return new ModelMeasurement(name, file, counted, taken, ranOn, accuracy);
    }

    public ModelMeasurement withAccuracy(Accuracy measured) {
        return new ModelMeasurement(name, file, counted, times, device, measured);
    }
}
