/** PyTorch checkpoints ({@code .pt}): the zip container, reading official Ultralytics files and our own, writing our own. */
@NullMarked
package org.posewright.training.checkpoint.pt;

import org.jspecify.annotations.NullMarked;
