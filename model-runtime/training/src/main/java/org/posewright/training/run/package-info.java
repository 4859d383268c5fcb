/**
 * The run folder as people know it: weights, {@code args.yaml}, {@code results.csv}, label snapshot, and the files by which a window
 * follows and steers a run that outlives it.
 */
@NullMarked
package org.posewright.training.run;

import org.jspecify.annotations.NullMarked;
