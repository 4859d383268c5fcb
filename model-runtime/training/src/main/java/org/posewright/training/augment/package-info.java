/**
 * Training pictures and what is done to them: mosaic, random perspective, colour, flips, letterbox. Each step is a
 * {@code (sample, random) -> sample} function whose random numbers are derived from seed, epoch and picture, so that threads
 * cannot change the outcome. Every sample knows where its pixels and points come from. The only package of training that sees
 * OpenCV.
 */
@NullMarked
package org.posewright.training.augment;

import org.jspecify.annotations.NullMarked;
