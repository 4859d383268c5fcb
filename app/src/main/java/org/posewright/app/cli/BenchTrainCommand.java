package org.posewright.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.source.DatasetRecognizer;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.inference.ModelOpener;
import org.posewright.runtime.DeviceRequest;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.onnx.RunPurpose;
import org.posewright.runtime.pipeline.SessionBenchmark;
import org.posewright.training.PoseTrainer;
import org.posewright.training.TrainingListener;
import org.posewright.training.TrainingPlan;
import org.posewright.training.argument.TrainingArguments;
import org.posewright.training.run.TrainingControl;
import org.posewright.training.run.TrainingControl.Wish;
import picocli.CommandLine;

/**
 * Measures whole training epochs (loading, augmentation, forward, backward, steps) beside one inference of the exported model in the
 * same run, and scales the reference trainer's figures by it.
 */
@CommandLine.Command(name = "train", description = "images/s of the training loop, scaled to this machine")
final class BenchTrainCommand implements Callable<Integer> {

    /** Milliseconds of one inference of yolo11n-pose.onnx at 640 with 2 threads where the reference was measured. */
    private static final double REFERENCE_INFERENCE_MILLIS = 55.3;

    private static final double REFERENCE_AT_320_BATCH_8 = 8.14;
    private static final double REFERENCE_AT_640_BATCH_4 = 1.98;

    private static final int INFERENCE_ROUNDS = 6;
    private static final int PICTURES_PER_ROUND = 10;

    private final ModelOpener opener;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Option(names = "model", required = true, description = "checkpoint to train (.pt)")
    private Path model;

    @CommandLine.Option(names = "onnx", required = true, description = "exported yolo11n-pose.onnx for the scale")
    private Path onnx;

    @CommandLine.Option(names = "data", required = true, description = "dataset")
    private Path data;

    @CommandLine.Option(
            names = "epochs",
            defaultValue = "4",
            description = "epochs; the first warms up (${DEFAULT-VALUE})")
    private int epochs;

    @CommandLine.Option(names = "threads", defaultValue = "2", description = "threads (${DEFAULT-VALUE})")
    private int threads;

    BenchTrainCommand(ModelOpener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        WrongArguments.requireAtLeast(spec, "epochs", epochs, 1);
        WrongArguments.requireAtLeast(spec, "threads", threads, 1);
        PrintWriter out = spec.commandLine().getOut();
        Dataset dataset = open();
        double inference = inferenceMillis();
        double scale = REFERENCE_INFERENCE_MILLIS / inference;
        out.printf(
                Locale.ROOT,
                "inference at 640, %d threads: %.1f ms; scale %.3f (reference machine %.1f ms)%n",
                threads,
                inference,
                scale,
                REFERENCE_INFERENCE_MILLIS);
        for (boolean isReduced : new boolean[] {false, true}) {
            measure(out, dataset, new Size(320, 8, REFERENCE_AT_320_BATCH_8 * scale), isReduced);
            measure(out, dataset, new Size(640, 4, REFERENCE_AT_640_BATCH_4 * scale), isReduced);
        }
        double after = inferenceMillis();
        out.printf(
                Locale.ROOT, "inference again: %.1f ms (a large difference means that the machine was busy)%n", after);
        return CommandLineProgram.SUCCESS;
    }

    /** The fastest of some rounds: what the session takes when nothing else runs. */
    private double inferenceMillis() {
        InferenceOptions options = InferenceOptions.DEFAULTS.withImageSize(640);
        try (PoseModel session =
                opener.open(onnx, DeviceRequest.parse("cpu"), RunPurpose.LATENCY, CancellationToken.NONE)) {
            SessionBenchmark bare = new SessionBenchmark(session, options);
            double best = 0;
            for (int round = 0; round < INFERENCE_ROUNDS; round++) {
                best = Math.max(best, bare.picturesPerSecond(PICTURES_PER_ROUND, 1));
            }
            return 1000 / best;
        }
    }

    /** A configuration and the reference trainer's images/s scaled to this machine. */
    private record Size(int imageSize, int batch, double reference) {}

    private Dataset open() throws IOException {
        DatasetSource source = new DatasetRecognizer(Path.of("")).open(data);
        return source.loadAll(source.entries(), ProgressListener.NONE, CancellationToken.NONE)
                .dataset();
    }

    private void measure(PrintWriter out, Dataset dataset, Size size, boolean isReduced)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("posewright-bench");
        try {
            BestRate rate = new BestRate();
            TrainingPlan plan = new TrainingPlan(TrainingArguments.of(Map.ofEntries(
                    Map.entry("model", model.toString()),
                    Map.entry("imgsz", Integer.toString(size.imageSize)),
                    Map.entry("batch", Integer.toString(size.batch)),
                    Map.entry("epochs", Integer.toString(epochs)),
                    Map.entry("threads", Integer.toString(threads)),
                    Map.entry("workers", "1"),
                    Map.entry("cache", "ram"),
                    Map.entry("amp", Boolean.toString(isReduced)),
                    Map.entry("val", "false"),
                    Map.entry("plots", "false"),
                    Map.entry("export", "false"),
                    Map.entry("project", folder.toString()))));
            TrainingControl control = () -> isReduced && !rate.isReduced() ? Wish.CANCEL : Wish.RUN;
            new PoseTrainer(rate, control, CancellationToken.NONE).train(plan, dataset);
            if (isReduced && !rate.isReduced()) {
                out.printf(
                        Locale.ROOT,
                        "imgsz=%d batch=%d bf16: not measured, this processor does not compute in it%n",
                        size.imageSize,
                        size.batch);
                return;
            }
            out.printf(
                    Locale.ROOT,
                    "imgsz=%d batch=%d %s: %.2f images/s, %.2f x the reference trainer's scaled %.2f; memory %d MB%n",
                    size.imageSize,
                    size.batch,
                    rate.precision,
                    rate.best,
                    rate.best / size.reference,
                    size.reference,
                    rate.memoryBytes >> 20);
            out.flush();
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The best epoch's rate: what the machine can do when nothing else runs. */
    private static final class BestRate implements TrainingListener {
        private double best;
        private long memoryBytes;
        private String precision = "";

        private boolean isReduced() {
            return precision.equals("bf16");
        }

        @Override
        public void started(RunStart start) {
            precision = start.precision();
        }

        @Override
        public void batch(BatchProgress progress) {
            memoryBytes = progress.memoryBytes();
        }

        @Override
        public void epoch(EpochSummary epoch) {
            best = Math.max(best, epoch.imagesPerSecond());
        }
    }
}
