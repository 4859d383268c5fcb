package org.posewright.app.fx;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.testfx.util.WaitForAsyncUtils;

/** Work on the FX thread from a test's own thread, and waiting for what happens there. */
public final class FxWait {

    private static final long ANSWER_SECONDS = 120;

    private FxWait() {}

    /** What the action gives on the FX thread. */
    public static <V> V onFx(Callable<V> action) throws Exception {
        return WaitForAsyncUtils.asyncFx(action).get(ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits until something holds, looked at on the FX thread. */
    public static void until(long patienceSeconds, Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(patienceSeconds, TimeUnit.SECONDS, () -> onFx(condition));
    }

    /** Waits until something is there, looked at on the FX thread. */
    public static <V> V await(long patienceSeconds, Callable<Optional<V>> wanted) throws Exception {
        AtomicReference<V> found = new AtomicReference<>();
        until(patienceSeconds, () -> {
            wanted.call().ifPresent(found::set);
            return found.get() != null;
        });
        return found.get();
    }
}
