/** From one model file to another: reading either format by the file's name, and exporting checkpoints to ONNX. */
@NullMarked
package org.posewright.training.export;

import org.jspecify.annotations.NullMarked;
