/**
 * Draws articulated people with exact labels: the bundled sample dataset, and as much training data of the same kind as wanted.
 *
 * <p>Space: metres in a body frame (x the person's left, y up, z forward), turned and projected in parallel to picture pixels;
 * a depth buffer decides what hides what, so visibility flags are measured, not guessed.
 */
@NullMarked
package org.posewright.app.sample;

import org.jspecify.annotations.NullMarked;
