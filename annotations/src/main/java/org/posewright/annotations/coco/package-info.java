/**
 * COCO keypoint files: annotation files are read as streams with the byte range of every annotation and saved by splicing changed
 * values into the original bytes; results files are read into arrays for evaluation and written for the evaluation server.
 *
 * <p>The JSON scanner is our own: a splice needs exact byte positions of number tokens, and a 270 MB file is mostly segmentations
 * that nobody wants as tokens (docs/decisions/0101).
 */
@NullMarked
package org.posewright.annotations.coco;

import org.jspecify.annotations.NullMarked;
