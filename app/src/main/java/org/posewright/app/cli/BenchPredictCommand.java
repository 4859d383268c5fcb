package org.posewright.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.inference.ModelOpener;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.onnx.RunPurpose;
import org.posewright.runtime.pipeline.InputPlan;
import org.posewright.runtime.pipeline.PictureTask;
import org.posewright.runtime.pipeline.PipelinedPredictor;
import org.posewright.runtime.pipeline.SessionBenchmark;
import picocli.CommandLine;

/**
 * {@code bench predict}: pictures a second of the whole prediction beside those of the bare session on a ready tensor, taken in turns
 * in one run so that both see the same machine.
 */
@CommandLine.Command(name = "predict", description = "whole prediction beside the bare session, in the same run")
final class BenchPredictCommand implements Callable<Integer> {

    private final ModelOpener opener;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Mixin
    private ModelArguments model;

    @CommandLine.Mixin
    private SourceArguments source;

    @CommandLine.Option(
            names = "imgsz",
            defaultValue = "640",
            description = "side of the network input (${DEFAULT-VALUE})")
    private int imageSize;

    @CommandLine.Option(names = "rounds", defaultValue = "5", description = "rounds of each (${DEFAULT-VALUE})")
    private int rounds;

    BenchPredictCommand(ModelOpener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() throws IOException {
        WrongArguments.requireAtLeast(spec, "rounds", rounds, 1);
        InferenceOptions options = WrongArguments.judged(
                spec, () -> InferenceOptions.DEFAULTS.withImageSize(imageSize).withCandidateFloor(0.25));
        List<Path> pictures = source.pictures();
        PrintWriter out = spec.commandLine().getOut();
        try (PoseModel alone = model.open(opener, RunPurpose.LATENCY);
                PoseModel many = model.open(opener, RunPurpose.THROUGHPUT)) {
            out.println(many.descriptor().name() + ", " + pictures.size() + " pictures, " + rounds + " rounds");
            InputPlan plan = InputPlan.prediction(many, options);
            List<PictureTask> tasks =
                    pictures.stream().map(file -> new PictureTask(file, plan)).toList();
            SessionBenchmark bareAlone = new SessionBenchmark(alone, options);
            SessionBenchmark bareMany = new SessionBenchmark(many, options);
            PipelinedPredictor predictor = new PipelinedPredictor(many, null);
            Figures figures = new Figures();
            for (int round = -1; round < rounds; round++) {
                double one = bareAlone.picturesPerSecond(pictures.size(), 1);
                double several = bareMany.picturesPerSecond(pictures.size(), many.usefulConcurrentRuns());
                double whole = predictor
                        .run(tasks, options, result -> {}, ProgressListener.NONE, CancellationToken.NONE)
                        .picturesPerSecond();
                // The first round warms up code, files and allocators.
                if (round >= 0) {
                    figures.add(one, several, whole);
                }
            }
            figures.print(out, alone, many);
        }
        return CommandLineProgram.SUCCESS;
    }

    /** Medians over rounds; ratios are taken within a round, so that a change of the machine's load between rounds cancels. */
    private static final class Figures {
        private final List<double[]> rounds = new ArrayList<>();

        void add(double... picturesPerSecond) {
            rounds.add(picturesPerSecond);
        }

        void print(PrintWriter out, PoseModel alone, PoseModel many) {
            line(out, "bare session, " + alone.device().detail(), median(round -> round[0]));
            line(out, "bare session, " + many.device().detail(), median(round -> round[1]));
            line(out, "predict (read, decode, letterbox, session, decode)", median(round -> round[2]));
            out.println(String.format(
                    Locale.ROOT,
                    "predict / bare session: %.3f (one run at a time), %.3f (the same runs at a time)",
                    median(round -> round[2] / round[0]),
                    median(round -> round[2] / round[1])));
        }

        private static void line(PrintWriter out, String what, double rate) {
            out.println(String.format(Locale.ROOT, "%7.2f pictures/s  %7.2f ms  %s", rate, 1000 / rate, what));
        }

        private double median(ToDoubleFunction<double[]> figure) {
            double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }
    }
}
