package org.posewright.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TerminationSignalTest {

    @Test
    void aSignalAsksAndWaitsForTheEndOfTheWork() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        AtomicBoolean hasReturned = new AtomicBoolean();
        TerminationSignal signal = TerminationSignal.awaiting(asked::countDown, Duration.ofMinutes(1));
        Thread system = new Thread(() -> {
            signal.arrive();
            hasReturned.set(true);
        });
        system.start();
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(hasReturned).isFalse();
        signal.close();
        system.join(10_000);
        assertThat(hasReturned).isTrue();
    }

    @Test
    void workThatDoesNotEndIsLeftBehindAfterTheGrace() {
        AtomicBoolean asked = new AtomicBoolean();
        try (TerminationSignal signal = TerminationSignal.awaiting(() -> asked.set(true), Duration.ofMillis(1))) {
            signal.arrive();
            assertThat(asked).isTrue();
        }
    }
}
