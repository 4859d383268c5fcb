/**
 * Runs of the trainer as a window sees them, without a toolkit: snapshots of labels, the child process, what a run folder tells, the
 * batches of a run, and what changed from one run to another.
 */
@NullMarked
package org.posewright.app.training;

import org.jspecify.annotations.NullMarked;
