package org.posewright.training.checkpoint.onnx;

import java.util.List;

/** One operation of a graph that was read. */
record OnnxNode(String name, String operator, List<String> inputs, List<String> outputs) {}
