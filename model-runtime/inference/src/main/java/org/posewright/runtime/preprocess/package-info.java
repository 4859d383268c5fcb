/** From picture pixels to network input: letterbox geometry with its inverse, input shapes, input tensors. */
@NullMarked
package org.posewright.runtime.preprocess;

import org.jspecify.annotations.NullMarked;
