package org.posewright.training.checkpoint.onnx;

/**
 * A feature map in a graph being written.
 *
 * @param height in cells of a static export, otherwise meaningless
 * @param width in cells of a static export, otherwise meaningless
 */
record OnnxMap(String name, int channels, int height, int width) {
    OnnxMap with(String newName, int newChannels) {
        return new OnnxMap(newName, newChannels, height, width);
    }
}
