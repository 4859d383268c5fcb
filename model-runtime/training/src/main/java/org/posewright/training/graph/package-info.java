/**
 * What a YOLO-pose network looks like, without any tensor library: one readable table of layers per family, the blocks they name, and an
 * interpreter over {@link org.posewright.training.graph.GraphOps}. Counting parameters, running libtorch and writing ONNX are three
 * implementations of that interface, so that there is exactly one description of the graph.
 */
@NullMarked
package org.posewright.training.graph;

import org.jspecify.annotations.NullMarked;
