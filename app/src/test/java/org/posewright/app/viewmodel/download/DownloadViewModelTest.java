package org.posewright.app.viewmodel.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.posewright.app.task.DirectTaskService;
import org.posewright.app.viewmodel.download.DownloadViewModel.State;

class DownloadViewModelTest {

    private static final Path FETCHED = Path.of("fetched.onnx");

    private final DownloadViewModel download = new DownloadViewModel(new DirectTaskService(), Throwable::getMessage);
    private final List<Path> opened = new ArrayList<>();

    @Test
    void opensWhatWasFetched() {
        download.start("model", (progress, token) -> FETCHED, opened::add);
        assertThat(download.stateProperty().get()).isEqualTo(State.DONE);
        assertThat(opened).containsExactly(FETCHED);
    }

    @Test
    void pausedDownloadGoesOnWithTheSameJob() {
        AtomicInteger tries = new AtomicInteger();
        download.start(
                "model",
                (progress, token) -> {
                    if (tries.getAndIncrement() == 0) {
                        throw new CancellationException();
                    }
                    return FETCHED;
                },
                opened::add);
        assertThat(download.stateProperty().get()).isEqualTo(State.PAUSED);
        assertThat(opened).isEmpty();
        download.resume();
        assertThat(download.stateProperty().get()).isEqualTo(State.DONE);
        assertThat(opened).containsExactly(FETCHED);
    }

    @Test
    void failureIsTold() {
        download.start(
                "model",
                (progress, token) -> {
                    throw new IOException("cannot reach example.org");
                },
                opened::add);
        assertThat(download.stateProperty().get()).isEqualTo(State.FAILED);
        assertThat(download.failureProperty().get()).isEqualTo("cannot reach example.org");
        download.dismiss();
        assertThat(download.stateProperty().get()).isEqualTo(State.IDLE);
        assertThat(download.failureProperty().get()).isEmpty();
    }
}
