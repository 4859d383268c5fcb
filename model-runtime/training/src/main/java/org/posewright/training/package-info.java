/** Trains YOLO-pose models. */
@NullMarked
package org.posewright.training;

import org.jspecify.annotations.NullMarked;
