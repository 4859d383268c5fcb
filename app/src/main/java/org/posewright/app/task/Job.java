package org.posewright.app.task;

import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/**
 * Work without a toolkit. Runs off the FX thread, so it takes immutable values and returns one.
 *
 * @param <V> what it brings back
 */
@FunctionalInterface
public interface Job<V> {

    /**
     * @throws java.util.concurrent.CancellationException if the person no longer wants the result; not an error
     * @throws Exception if it cannot be done; the message says what, where and what to do
     */
    V run(ProgressListener progress, CancellationToken token) throws Exception;
}
