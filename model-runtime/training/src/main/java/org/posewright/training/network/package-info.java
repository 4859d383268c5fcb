/**
 * YOLO-pose on libtorch. This package, {@code loss}, {@code optim} and the trainer are the only ones that see libtorch.
 *
 * <p><b>Native memory.</b> Every libtorch object that Java makes belongs to the innermost open {@code PointerScope} of its thread and is
 * freed when that closes. So: open one scope around each step (or each prediction), let everything temporary die with it, and copy out what
 * must live. What lives longer (weights, running statistics, optimiser state) is made through {@link
 * org.posewright.training.network.Torch#keep} and freed by its owner's {@code close()}. Never work outside a scope: without one, temporaries
 * wait for the garbage collector, and the collector's thread has crashed the process. Objects returned by {@code TensorVector.get} and by
 * {@code grad()} own nothing; they must not outlive what they were taken from.
 */
@NullMarked
package org.posewright.training.network;

import org.jspecify.annotations.NullMarked;
