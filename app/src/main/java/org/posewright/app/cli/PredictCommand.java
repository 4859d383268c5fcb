package org.posewright.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.app.inference.DrawnFiles;
import org.posewright.app.inference.ModelOpener;
import org.posewright.app.inference.PredictionJson;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.decode.Postprocess;
import org.posewright.runtime.decode.PredictionCandidates;
import org.posewright.runtime.image.ImageDecoder;
import org.posewright.runtime.image.ImageEncoder;
import org.posewright.runtime.image.PaintStyle;
import org.posewright.runtime.image.SkeletonPainter;
import org.posewright.runtime.onnx.RunPurpose;
import org.posewright.runtime.pipeline.InputPlan;
import org.posewright.runtime.pipeline.PictureResult;
import org.posewright.runtime.pipeline.PictureTask;
import org.posewright.runtime.pipeline.PipelineReport;
import org.posewright.runtime.pipeline.PipelinedPredictor;
import org.posewright.runtime.preprocess.PaddingRule;
import picocli.CommandLine;

/** {@code predict}: the people that a model sees in pictures. */
@CommandLine.Command(name = "predict", description = "find people in a picture, a folder or a split of a dataset")
final class PredictCommand implements Callable<Integer> {

    private static final Path STANDARD_OUTPUT = Path.of("/dev/stdout");

    private final ModelOpener opener;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Mixin
    private ModelArguments model;

    @CommandLine.Mixin
    private SelectionArguments selection;

    @CommandLine.Option(names = "conf", defaultValue = "0.25", description = "least score (${DEFAULT-VALUE})")
    private double confidence;

    @CommandLine.Option(
            names = "padding",
            defaultValue = "reference",
            description =
                    "map back as Ultralytics 8.3 does (reference) or with the exact padding (real) (${DEFAULT-VALUE})")
    private Padding padding;

    @CommandLine.Mixin
    private SourceArguments source;

    @CommandLine.Option(
            names = "batch",
            defaultValue = "1",
            description =
                    "accepted as the field's argument; each picture is a run of its own, which finds the same people")
    private int batch;

    @CommandLine.Option(names = "save", description = "folder for pictures with the people drawn on them")
    private @Nullable Path save;

    @CommandLine.Option(names = "json", description = "file for the predictions")
    private @Nullable Path json;

    /** How coordinates go back to the picture, as typed. */
    enum Padding {
        REFERENCE(PaddingRule.ULTRALYTICS_8_3),
        REAL(PaddingRule.REAL);

        private final PaddingRule rule;

        Padding(PaddingRule rule) {
            this.rule = rule;
        }
    }

    PredictCommand(ModelOpener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() throws IOException {
        WrongArguments.requireAtLeast(spec, "batch", batch, 1);
        InferenceOptions options = selection.options(confidence, false, padding.rule);
        List<Path> pictures = source.pictures();
        PrintWriter out = console();
        RunPurpose purpose = pictures.size() == 1 ? RunPurpose.LATENCY : RunPurpose.THROUGHPUT;
        try (PoseModel opened = model.open(opener, purpose)) {
            out.println(opened.descriptor().name() + " on " + opened.device().summary());
            Results results = new Results(opened, options, out);
            PipelineReport report = run(opened, options, pictures, results);
            out.println(String.format(
                    java.util.Locale.ROOT,
                    "%s in %s, %.1f pictures/s",
                    count(results.people, "person", "people"),
                    count(report.pictures(), "picture", "pictures"),
                    report.picturesPerSecond()));
            if (report.failed() == report.pictures()) {
                throw new CommandFailure(
                        "nothing could be predicted: " + results.errors.get(0).message());
            }
            return CommandLineProgram.SUCCESS;
        }
    }

    private PipelineReport run(PoseModel opened, InferenceOptions options, List<Path> pictures, Results results)
            throws IOException {
        InputPlan plan = InputPlan.prediction(opened, options);
        List<PictureTask> tasks =
                pictures.stream().map(file -> new PictureTask(file, plan)).toList();
        ProgressPrinter progress = new ProgressPrinter(console(), "predicted");
        PipelinedPredictor predictor = new PipelinedPredictor(opened, null);
        if (json == null) {
            return predictor.run(tasks, options, results::take, progress, CancellationToken.NONE);
        }
        try (PredictionJson writer = new PredictionJson(json)) {
            results.writer = writer;
            return predictor.run(tasks, options, results::take, progress, CancellationToken.NONE);
        }
    }

    /** Where words for people go: not between the predictions when those are piped on. */
    private PrintWriter console() {
        boolean piped = json != null && json.equals(STANDARD_OUTPUT);
        return piped ? spec.commandLine().getErr() : spec.commandLine().getOut();
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** Takes results one after the other: writes, draws, counts. */
    private final class Results {
        private final PoseModel opened;
        private final InferenceOptions options;
        private final PrintWriter out;
        private final ImageDecoder decoder = new ImageDecoder();
        private final ImageEncoder encoder = new ImageEncoder();
        private final List<Finding> errors = new ArrayList<>();
        private @Nullable PredictionJson writer;
        private int people;

        Results(PoseModel opened, InferenceOptions options, PrintWriter out) {
            this.opened = opened;
            this.options = options;
            this.out = out;
        }

        void take(PictureResult result) {
            for (Finding finding : result.findings()) {
                spec.commandLine().getErr().println("posewright: " + finding.file() + ": " + finding.message());
                errors.add(finding);
            }
            if (result.candidates().isEmpty()) {
                return;
            }
            PredictionCandidates candidates = result.candidates().get();
            List<PosePrediction> predictions = Postprocess.select(candidates, options.selection());
            people += predictions.size();
            try {
                if (writer != null) {
                    writer.picture(result.file(), candidates.letterbox().image(), predictions);
                }
                if (save != null) {
                    draw(save, result.file(), predictions);
                }
                if (writer == null && save == null) {
                    print(result.file(), predictions);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private void draw(Path folder, Path file, List<PosePrediction> predictions) throws IOException {
            SkeletonPainter painter = new SkeletonPainter(opened.descriptor().skeleton(), PaintStyle.DEFAULTS);
            Path target = DrawnFiles.target(folder, file);
            encoder.write(painter.paint(decoder.decode(file).frame(), List.of(), predictions), target);
        }

        private void print(Path file, List<PosePrediction> predictions) {
            out.println(file + ": " + count(predictions.size(), "person", "people"));
        }
    }
}
