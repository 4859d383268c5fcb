package org.posewright.runtime.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.runtime.DeviceRequest;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.TinyOnnx;
import org.posewright.runtime.cache.PredictionCache;
import org.posewright.runtime.image.ImageEncoder;
import org.posewright.runtime.image.ImageFrame;
import org.posewright.runtime.onnx.OnnxModels;
import org.posewright.runtime.onnx.RunPurpose;

class PipelinedPredictorTest {

    private static final int PICTURES = 40;
    private static final InferenceOptions OPTIONS = InferenceOptions.DEFAULTS;

    @TempDir
    private Path folder;

    private final List<PictureTask> tasks = new ArrayList<>();
    private PoseModel model;

    @BeforeEach
    void prepare() throws IOException {
        float[] anchor = {32, 30, 20, 10, 0.75f, 31, 29, 0.5f};
        Path file = new TinyOnnx(
                        new long[] {1, 3, 64, 64},
                        new long[] {1, 8, 1},
                        new long[] {1, 8, 1},
                        anchor,
                        false,
                        Map.of("task", "pose", "kpt_shape", "[1, 3]", "names", "{0: 'x'}"))
                .write(folder.resolve("tiny.onnx"));
        model = new OnnxModels().open(file, DeviceRequest.CPU, RunPurpose.THROUGHPUT);
        InputPlan plan = InputPlan.prediction(model, OPTIONS);
        for (int i = 0; i < PICTURES; i++) {
            // Every picture has a width of its own, so that results tell which one they belong to.
            ImageSize size = new ImageSize(100 + i, 50);
            Path picture = folder.resolve("p" + i + ".png");
            new ImageEncoder().write(new ImageFrame(size, new byte[3 * size.width() * size.height()]), picture);
            tasks.add(new PictureTask(picture, plan));
        }
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void resultsComeInOrderWithProgress() {
        List<PictureResult> results = new ArrayList<>();
        List<Long> done = new ArrayList<>();
        PipelineReport report = new PipelinedPredictor(model, null)
                .run(tasks, OPTIONS, results::add, (n, total, message) -> done.add(n), CancellationToken.NONE);
        assertThat(report.pictures()).isEqualTo(PICTURES);
        assertThat(report.failed()).isZero();
        for (int i = 0; i < PICTURES; i++) {
            assertThat(results.get(i).index()).isEqualTo(i);
            assertThat(results.get(i)
                            .candidates()
                            .orElseThrow()
                            .letterbox()
                            .image()
                            .width())
                    .isEqualTo(100 + i);
            assertThat(done.get(i)).isEqualTo(i + 1);
        }
    }

    @Test
    void aBadPictureBecomesAFindingAndTheRestGoesOn() throws IOException {
        Files.writeString(tasks.get(3).file(), "no picture");
        Files.delete(tasks.get(5).file());
        List<PictureResult> results = new ArrayList<>();
        PipelineReport report = new PipelinedPredictor(model, null)
                .run(tasks, OPTIONS, results::add, ProgressListener.NONE, CancellationToken.NONE);
        assertThat(report.failed()).isEqualTo(2);
        assertThat(results).hasSize(PICTURES);
        assertThat(results.get(3).candidates()).isEmpty();
        assertThat(results.get(3).findings().get(0).file())
                .isEqualTo(tasks.get(3).file());
        assertThat(results.get(5).findings().get(0).code()).isEqualTo("image.unreadable");
        assertThat(results.get(4).candidates()).isPresent();
    }

    @Test
    void aSecondRunComesFromTheCacheAndIsEqual() {
        CachedRuns cache = CachedRuns.of(new PredictionCache(folder.resolve("cache"), 1 << 24), model);
        List<PictureResult> first = new ArrayList<>();
        List<PictureResult> second = new ArrayList<>();
        PipelinedPredictor predictor = new PipelinedPredictor(model, cache);
        assertThat(predictor
                        .run(tasks, OPTIONS, first::add, ProgressListener.NONE, CancellationToken.NONE)
                        .fromCache())
                .isZero();
        assertThat(predictor
                        .run(tasks, OPTIONS, second::add, ProgressListener.NONE, CancellationToken.NONE)
                        .fromCache())
                .isEqualTo(PICTURES);
        for (int i = 0; i < PICTURES; i++) {
            assertThat(second.get(i).candidates()).isEqualTo(first.get(i).candidates());
        }
        InferenceOptions otherFloor = OPTIONS.withCandidateFloor(0.02);
        assertThat(predictor
                        .run(tasks, otherFloor, result -> {}, ProgressListener.NONE, CancellationToken.NONE)
                        .fromCache())
                .isZero();
    }

    @Test
    void cancellingEndsTheRunAndTheModelStaysUsable() {
        AtomicInteger delivered = new AtomicInteger();
        assertThatThrownBy(() -> new PipelinedPredictor(model, null)
                        .run(
                                tasks,
                                OPTIONS,
                                result -> delivered.incrementAndGet(),
                                ProgressListener.NONE,
                                () -> delivered.get() >= 5))
                .isInstanceOf(CancellationException.class);
        assertThat(delivered.get()).isEqualTo(5);
        PipelineReport report = new PipelinedPredictor(model, null)
                .run(tasks, OPTIONS, result -> {}, ProgressListener.NONE, CancellationToken.NONE);
        assertThat(report.pictures()).isEqualTo(PICTURES);
    }

    @Test
    void aFailingSinkEndsTheRunWithItsOwnFailure() {
        assertThatThrownBy(() -> new PipelinedPredictor(model, null)
                        .run(
                                tasks,
                                OPTIONS,
                                result -> {
                                    throw new IllegalStateException("disk full");
                                },
                                ProgressListener.NONE,
                                CancellationToken.NONE))
                .hasMessage("disk full");
    }
}
