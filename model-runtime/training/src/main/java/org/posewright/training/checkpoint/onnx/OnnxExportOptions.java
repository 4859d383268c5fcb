package org.posewright.training.checkpoint.onnx;

import org.posewright.training.checkpoint.CheckpointException;

/**
 * What kind of ONNX file to write.
 *
 * @param inputHeight in pixels, a multiple of 32; of a dynamic model only its default
 * @param inputWidth in pixels, a multiple of 32
 * @param dynamic whether batch, height and width are free
 * @param half whether weights, input and output are half precision; decoding stays in single precision inside
 */
public record OnnxExportOptions(int inputHeight, int inputWidth, boolean dynamic, boolean half) {
    private static final int STRIDE = 32;
    private static final int MAX_SIDE = 8192;

    public OnnxExportOptions {
        for (int side : new int[] {inputHeight, inputWidth}) {
            if (side < STRIDE || side > MAX_SIDE || side % STRIDE != 0) {
                throw new CheckpointException(
                        "The image size " + side + " cannot be exported: use a multiple of 32 up to 8192.");
            }
        }
    }

    /** A static square model in single precision with batch 1, as the reference exports by default. */
    public static OnnxExportOptions square(int side) {
        return new OnnxExportOptions(side, side, false, false);
    }
}
