package org.posewright.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TaskHandleTest {

    private final AtomicLong nanos = new AtomicLong();
    private final TaskHandle handle =
            new TaskHandle(TaskRequest.shown("fetch", Lane.NETWORK, (progress, token) -> ""), nanos::get);

    @Test
    void whatWasThereBeforeDoesNotCountForTheRate() {
        handle.report(900, 1000, "file");
        nanos.addAndGet(2_000_000_000L);
        handle.report(920, 1000, "file");
        TaskProgress progress = handle.progressProperty().get();
        assertThat(progress.rate()).hasValue(10);
        assertThat(progress.remainingSeconds()).hasValue(8);
    }

    @Test
    void nextFileHasARateOfItsOwn() {
        handle.report(0, 1000, "first");
        nanos.addAndGet(100_000_000_000L);
        handle.report(1000, 1000, "first");
        handle.report(0, 500, "second");
        nanos.addAndGet(1_000_000_000L);
        handle.report(100, 500, "second");
        assertThat(handle.progressProperty().get().rate()).hasValue(100);
    }
}
