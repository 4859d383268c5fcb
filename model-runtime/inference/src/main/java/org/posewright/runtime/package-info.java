/** Runs pose models on pictures: the model as callers see it, its description, its options and its device. */
@NullMarked
package org.posewright.runtime;

import org.jspecify.annotations.NullMarked;
