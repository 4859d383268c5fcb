/**
 * The pose and box mAP that Ultralytics' {@code val} prints, which differs from COCO's in ground truth, areas, matching and
 * integration. Facts from versions 8.3.59 and 8.4; single precision where theirs is.
 */
@NullMarked
package org.posewright.annotations.evaluation.ultralytics;

import org.jspecify.annotations.NullMarked;
