package org.posewright.app.viewmodel.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskService;
import org.posewright.app.text.Messages;
import org.posewright.runtime.DeviceReport;
import org.posewright.runtime.DeviceRequest;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.ParityCheck;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.image.ImageDecoder;
import org.posewright.runtime.image.ImageFrame;
import org.posewright.runtime.onnx.RunPurpose;

/** Whether the open model says the same on its device as on the processor: both run a sample of the listed pictures. */
public final class DeviceParity {

    private static final int SAMPLE = 12;
    private static final String PROCESSOR = "CPU";

    private final ModelViewModel models;
    private final TaskService tasks;
    private final Messages messages;
    private final BiConsumer<String, Throwable> onFailure;

    /**
     * @param onFailure told what failed and why
     */
    public DeviceParity(
            ModelViewModel models, TaskService tasks, Messages messages, BiConsumer<String, Throwable> onFailure) {
        this.models = models;
        this.tasks = tasks;
        this.messages = messages;
        this.onFailure = onFailure;
    }

    /**
     * Compares in the background.
     *
     * @param pictures the sample is taken from all over them
     * @param tell told the outcome in sentences, on the FX thread
     */
    public void check(List<ImageEntry> pictures, Consumer<String> tell) {
        OpenModel open = models.model().orElse(null);
        if (open == null || pictures.isEmpty()) {
            return;
        }
        DeviceReport device = open.model().device();
        if (device.provider().equals(PROCESSOR)) {
            tell.accept(messages.text("parity.processor", open.file().getFileName(), device.summary()));
            return;
        }
        List<Path> sample = sample(pictures);
        tasks.submit(TaskRequest.<ParityCheck.Difference>shown(
                        messages.text("task.parity", device.provider()),
                        Lane.INFERENCE,
                        (progress, token) -> compare(open, sample, progress, token))
                .onSuccess(difference -> tell.accept(outcome(device, sample.size(), difference)))
                .onFailure(failure -> onFailure.accept(messages.text("error.parity"), failure)));
    }

    private static List<Path> sample(List<ImageEntry> pictures) {
        int count = Math.min(SAMPLE, pictures.size());
        return IntStream.range(0, count)
                .mapToObj(i ->
                        pictures.get((int) ((long) i * pictures.size() / count)).file())
                .toList();
    }

    private ParityCheck.Difference compare(
            OpenModel open, List<Path> sample, ProgressListener progress, CancellationToken token) throws IOException {
        try (PoseModel processor = models.library()
                .open(open.file(), DeviceRequest.CPU, RunPurpose.LATENCY)
                .model()) {
            ParityCheck check = new ParityCheck(processor, open.model());
            List<ParityCheck.Difference> differences = new ArrayList<>();
            // Made here: the first one loads native libraries, which would delay the window.
            ImageDecoder decoder = new ImageDecoder();
            for (Path picture : sample) {
                ImageFrame frame = decoder.decode(picture).frame();
                differences.add(check.compare(List.of(frame), InferenceOptions.DEFAULTS, token));
                progress.progress(differences.size(), sample.size(), String.valueOf(picture.getFileName()));
            }
            return ParityCheck.Difference.largest(differences);
        }
    }

    private String outcome(DeviceReport device, int pictures, ParityCheck.Difference difference) {
        String verdict = messages.text(
                difference.isNegligible() ? "parity.same" : "parity.differs", device.provider(), PROCESSOR);
        String figures = messages.text(
                "parity.figures",
                pictures,
                difference.people(),
                difference.boxPixels(),
                difference.keypointPixels(),
                difference.score(),
                difference.unmatched());
        return verdict + "\n\n" + figures;
    }
}
