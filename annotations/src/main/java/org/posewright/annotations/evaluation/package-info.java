/**
 * How well predictions agree with labels: object keypoint similarity, COCO's ten numbers digit for digit, and the comparison of
 * one open picture.
 *
 * <p>Dataset evaluation has three pure stages, match, accumulate and summarise, each of which returns a value; {@link
 * org.posewright.annotations.evaluation.KeypointEvaluator} strings them together. Inputs are compact primitive blocks, one for each
 * picture and category, so that an edit of one picture costs one block. All distances are pixels of the original picture, all
 * areas square pixels, all arithmetic fp64 in the order of pycocotools 2.0.
 */
@NullMarked
package org.posewright.annotations.evaluation;

import org.jspecify.annotations.NullMarked;
