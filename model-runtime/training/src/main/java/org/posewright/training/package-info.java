/** Trains YOLO-pose models: the plan, the loop, validation, and what listeners hear of it. */
@NullMarked
package org.posewright.training;

import org.jspecify.annotations.NullMarked;
