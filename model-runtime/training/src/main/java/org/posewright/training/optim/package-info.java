/** How weights move: optimiser and its automatic choice, parameter groups, warm-up and learning rate, gradient clipping, averaging. */
@NullMarked
package org.posewright.training.optim;

import org.jspecify.annotations.NullMarked;
