/** Pose models in ONNX files: the only package that sees ONNX Runtime. */
@NullMarked
package org.posewright.runtime.onnx;

import org.jspecify.annotations.NullMarked;
