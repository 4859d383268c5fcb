package org.posewright.runtime.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.image.ImageFrame;
import org.posewright.runtime.preprocess.InputTensor;
import org.posewright.runtime.preprocess.Letterbox;

/** Measures the bare session on a tensor that is ready: what prediction could reach if all else cost nothing. */
public final class SessionBenchmark {

    private final PoseModel model;
    private final InferenceOptions options;

    public SessionBenchmark(PoseModel model, InferenceOptions options) {
        this.model = model;
        this.options = options;
    }

    /**
     * @param pictures number of runs in all
     * @param concurrentRuns runs at a time
     */
    public double picturesPerSecond(int pictures, int concurrentRuns) {
        ImageSize size = new ImageSize(640, 480);
        ImageFrame grey = new ImageFrame(size, new byte[ImageFrame.CHANNELS * size.width() * size.height()]);
        Letterbox letterbox = model.letterbox(size, options);
        ExecutorService runners = Executors.newFixedThreadPool(concurrentRuns);
        try (InputTensor ready = model.prepare(grey, letterbox)) {
            long start = System.nanoTime();
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < pictures; i++) {
                runs.add(runners.submit(() -> model.run(ready, CancellationToken.NONE)));
            }
            for (Future<?> run : runs) {
                run.get();
            }
            return pictures / ((System.nanoTime() - start) / 1e9);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("the measurement was interrupted");
        } catch (ExecutionException failure) {
            throw new IllegalStateException(
                    "a run failed: " + failure.getCause().getMessage(), failure.getCause());
        } finally {
            runners.shutdownNow();
        }
    }
}
