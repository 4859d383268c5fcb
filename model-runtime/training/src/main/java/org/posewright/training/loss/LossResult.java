package org.posewright.training.loss;

import org.bytedeco.pytorch.Tensor;

/**
 * The loss of one batch.
 *
 * @param total scalar to call {@code backward()} on: the sum of the items times the number of pictures; lives in the caller's
 *     {@code PointerScope}
 * @param foregroundAnchors number of anchors that learn a label
 */
public record LossResult(Tensor total, LossItems items, int foregroundAnchors) {}
