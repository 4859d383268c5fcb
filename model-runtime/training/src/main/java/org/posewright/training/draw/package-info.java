/**
 * Random draws of training samples: the generators, their seeds and the order of draws of the Ultralytics trainer (8.3.59, loading in
 * the training process), so that the same seed gives the same batches as there. Draws need no pixels: any batch of a run can be
 * described before its pictures are read.
 */
@NullMarked
package org.posewright.training.draw;

import org.jspecify.annotations.NullMarked;
