/** The arguments of a training run by the names that the field knows: their types, defaults and meaning, and how text becomes values. */
@NullMarked
package org.posewright.training.argument;

import org.jspecify.annotations.NullMarked;
