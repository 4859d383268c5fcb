/**
 * From a dataset snapshot to batches: which labels train, reading and caching pictures, loader threads that work ahead, the order of
 * an epoch, rectangular validation batches, and the label snapshot that a run keeps. The order and the pixels of every batch follow
 * from seed, epoch and number alone.
 */
@NullMarked
package org.posewright.training.data;

import org.jspecify.annotations.NullMarked;
