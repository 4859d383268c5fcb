package org.posewright.training.checkpoint.onnx;

import org.posewright.training.checkpoint.CheckpointException;

/**
 * What kind of ONNX file to write.
 *
 * @param inputHeight in pixels, a multiple of 32; of a dynamic model only its default
 * @param inputWidth in pixels, a multiple of 32
 * @param dynamic whether batch, height and width are free
 * @param half whether weights, input and output are half precision; decoding stays in single precision inside
 * @param halfWeights whether weights are only stored in half precision and everything is computed in single: half the file at the same
 *     speed; nothing beside {@code half}
 */
public record OnnxExportOptions(int inputHeight, int inputWidth, boolean dynamic, boolean half, boolean halfWeights) {
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

    /** With weights stored as they are computed with. */
    public OnnxExportOptions(int inputHeight, int inputWidth, boolean dynamic, boolean half) {
        this(inputHeight, inputWidth, dynamic, half, false);
    }

    /** A static square model in single precision with batch 1, as the reference exports by default. */
    public static OnnxExportOptions square(int side) {
        return new OnnxExportOptions(side, side, false, false);
    }

    /** The same with weights stored in half precision. */
    public OnnxExportOptions withHalfWeights() {
        return new OnnxExportOptions(inputHeight, inputWidth, dynamic, half, true);
    }
}
