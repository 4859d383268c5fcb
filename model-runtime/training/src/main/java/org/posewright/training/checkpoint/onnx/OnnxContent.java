package org.posewright.training.checkpoint.onnx;

import java.util.List;
import java.util.Map;
import org.posewright.training.checkpoint.TensorData;

/**
 * The parts of an ONNX file that matter for its weights.
 *
 * @param metadata {@code metadata_props}
 * @param tensors initializers and constant nodes by value name
 * @param nodes in file order
 */
record OnnxContent(Map<String, String> metadata, Map<String, TensorData> tensors, List<OnnxNode> nodes) {}
