/**
 * What a training step minimises: labels assigned to anchors by the task-aligned assigner (plain Java on detached outputs), then
 * box (CIoU), distribution focal, class, keypoint location (OKS) and keypoint objectness losses on libtorch tensors.
 */
@NullMarked
package org.posewright.training.loss;

import org.jspecify.annotations.NullMarked;
