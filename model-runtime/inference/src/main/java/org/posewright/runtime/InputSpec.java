package org.posewright.runtime;

import java.util.OptionalInt;
import org.posewright.runtime.preprocess.InputSize;

/**
 * What a model takes in.
 *
 * @param name of the network's input
 * @param batch fixed number of pictures in a run; empty when any number goes
 * @param fixedHeight empty when any multiple of the stride goes
 * @param fixedWidth empty when any multiple of the stride goes
 * @param stride largest stride of the network
 * @param halfPrecision 16-bit floats in
 * @param preferred the size that the model was exported for
 */
public record InputSpec(
        String name,
        OptionalInt batch,
        OptionalInt fixedHeight,
        OptionalInt fixedWidth,
        int stride,
        boolean halfPrecision,
        InputSize preferred) {

    /** Whether pictures may go in at any size of whole strides. */
    public boolean isDynamic() {
        return fixedHeight.isEmpty() && fixedWidth.isEmpty();
    }

    /**
     * The size that a run will use.
     *
     * @param wish side in pixels that the caller asks for; models of fixed size ignore it
     */
    public InputSize sizeFor(OptionalInt wish) {
        InputSize wanted = wish.isPresent() ? InputSize.square(wish.getAsInt()) : preferred;
        InputSize raised = wanted.raisedTo(stride);
        return new InputSize(fixedWidth.orElse(raised.width()), fixedHeight.orElse(raised.height()));
    }
}
