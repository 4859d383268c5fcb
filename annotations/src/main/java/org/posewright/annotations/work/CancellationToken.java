package org.posewright.annotations.work;

import java.util.concurrent.CancellationException;

/** Asked at item boundaries by long work: does the person still want the result? Implementations are thread-safe. */
@FunctionalInterface
public interface CancellationToken {

    /** A token that is never cancelled. */
    CancellationToken NONE = () -> false;

    /** Whether the work should end as soon as it can. */
    boolean isCancelled();

    /**
     * Ends the caller when the work is no longer wanted.
     *
     * @throws CancellationException if {@link #isCancelled()}
     */
    default void throwIfCancelled() {
        if (isCancelled()) {
            throw new CancellationException("cancelled");
        }
    }
}
