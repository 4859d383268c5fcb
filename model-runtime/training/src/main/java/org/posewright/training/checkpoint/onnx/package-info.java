/**
 * ONNX files as source and target of weights. The reader takes weights by name from Ultralytics' exports; the writer makes a model from the
 * graph description and named tensors, without tracing anything. Messages are read and written with protobuf's coded streams by the format's
 * field numbers (onnx.proto, IR 8); no generated code.
 */
@NullMarked
package org.posewright.training.checkpoint.onnx;

import org.jspecify.annotations.NullMarked;
