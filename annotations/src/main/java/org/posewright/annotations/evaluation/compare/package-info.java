/**
 * Several results on one set of pictures: differences of AP with bootstrap confidence intervals, pictures that got better or worse,
 * and how far people disagree with themselves.
 */
@NullMarked
package org.posewright.annotations.evaluation.compare;

import org.jspecify.annotations.NullMarked;
