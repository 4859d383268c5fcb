package org.posewright.runtime.pipeline;

import java.util.function.Function;
import org.posewright.annotations.model.ImageSize;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.preprocess.InputSize;
import org.posewright.runtime.preprocess.Letterbox;

/**
 * How a picture of whatever size goes into the network.
 *
 * @param label names the plan: equal labels place equal pictures equally; part of cache keys
 */
public record InputPlan(String label, Function<ImageSize, Letterbox> letterbox) {

    /** As the model does for prediction. */
    public static InputPlan prediction(PoseModel model, InferenceOptions options) {
        boolean rectangular =
                options.rectangular() && model.descriptor().input().isDynamic();
        InputSize size = model.descriptor().input().sizeFor(options.imageSizePixels());
        return new InputPlan((rectangular ? "rect " : "fixed ") + size, image -> model.letterbox(image, options));
    }

    /** As the reference's validation loader does for a batch of a given shape. */
    public static InputPlan validation(int longSide, InputSize batchShape) {
        return new InputPlan(
                "val " + longSide + " " + batchShape, image -> Letterbox.validation(image, longSide, batchShape));
    }
}
