package org.posewright.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.coco.CocoReader;
import org.posewright.annotations.coco.ResultsReader;
import org.posewright.annotations.convert.CocoEvaluationInput;
import org.posewright.annotations.evaluation.Evaluation;
import org.posewright.annotations.evaluation.EvaluationInput;
import org.posewright.annotations.evaluation.EvaluationParameters;
import org.posewright.annotations.evaluation.GroundTruthSet;
import org.posewright.annotations.evaluation.KeypointEvaluator;
import org.posewright.annotations.evaluation.MatchResult;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import picocli.CommandLine;

/**
 * {@code bench eval}: milliseconds of matching, of accumulation and of a re-evaluation after one edit, in process and warm, on a
 * generated case of the size of COCO val2017 or on files. With pycocotools' seconds given, says how many times faster that is.
 */
@CommandLine.Command(name = "eval", description = "matching, accumulation and re-evaluation after one edit")
final class BenchEvalCommand implements Callable<Integer> {

    private static final double NANOS_PER_MILLI = 1e6;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Option(names = "gt", description = "COCO annotation file; default: a generated case")
    private @Nullable Path groundTruth;

    @CommandLine.Option(names = "results", description = "COCO results file for gt=")
    private @Nullable Path results;

    @CommandLine.Option(
            names = "images",
            defaultValue = "5000",
            description = "pictures to generate (${DEFAULT-VALUE})")
    private int images;

    @CommandLine.Option(names = "rounds", defaultValue = "30", description = "rounds after warm-up (${DEFAULT-VALUE})")
    private int rounds;

    @CommandLine.Option(
            names = "pycocotools",
            description = "seconds that pycocotools takes to evaluate and accumulate the same files on this machine")
    private @Nullable Double pycocotoolsSeconds;

    @Override
    public Integer call() throws IOException {
        WrongArguments.requireAtLeast(spec, "images", images, 1);
        WrongArguments.requireAtLeast(spec, "rounds", rounds, 1);
        if ((groundTruth == null) != (results == null)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "gt= and results= go together; give both");
        }
        PrintWriter out = spec.commandLine().getOut();
        long start = System.nanoTime();
        EvaluationInput input = input();
        out.println(String.format(
                Locale.ROOT,
                "%d images, %d people, %d detections, ready after %.0f ms",
                input.axes().imageCount(),
                input.truth().peopleCount(),
                input.detections().detectionCount(),
                millisSince(start)));
        KeypointEvaluator evaluator = new KeypointEvaluator(EvaluationParameters.coco(Skeletons.COCO_PERSON));
        Evaluation evaluation = evaluator.evaluate(input, ProgressListener.NONE, CancellationToken.NONE);
        Timings timings = measure(evaluator, evaluation);
        print(out, "match", timings.match);
        print(out, "accumulate", timings.accumulate);
        print(out, "re-evaluate after one edit", timings.again);
        if (pycocotoolsSeconds != null) {
            double own = median(timings.match) + median(timings.accumulate);
            out.println(String.format(
                    Locale.ROOT, "match + accumulate: %.1f x pycocotools", 1000 * pycocotoolsSeconds / own));
        }
        return CommandLineProgram.SUCCESS;
    }

    private EvaluationInput input() throws IOException {
        if (groundTruth == null || results == null) {
            return new GeneratedEvaluation(images, 0).input();
        }
        return CocoEvaluationInput.of(
                new CocoReader().read(groundTruth).groundTruth(), new ResultsReader().read(results));
    }

    private record Timings(List<Double> match, List<Double> accumulate, List<Double> again) {}

    private Timings measure(KeypointEvaluator evaluator, Evaluation evaluation) {
        EvaluationInput input = evaluation.input();
        Timings timings = new Timings(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int warmUp = rounds;
        for (int round = -warmUp; round < rounds; round++) {
            long begin = System.nanoTime();
            MatchResult matches = evaluator.match(input, ProgressListener.NONE, CancellationToken.NONE);
            double match = millisSince(begin);
            begin = System.nanoTime();
            evaluator.accumulate(input.axes(), matches);
            double accumulate = millisSince(begin);
            int edited = Math.floorMod(round * 37, input.axes().imageCount());
            begin = System.nanoTime();
            GroundTruthSet truth =
                    input.truth().with(edited, input.truth().block(edited).onlyKeypoint(0));
            evaluator.reevaluate(evaluation, truth, List.of(input.axes().imageId(edited)));
            double again = millisSince(begin);
            if (round >= 0) {
                timings.match.add(match);
                timings.accumulate.add(accumulate);
                timings.again.add(again);
            }
        }
        return timings;
    }

    private static void print(PrintWriter out, String what, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        out.println(String.format(
                Locale.ROOT,
                "%-28s median %7.2f ms, best %7.2f, worst %7.2f",
                what,
                median(millis),
                sorted.get(0),
                sorted.get(sorted.size() - 1)));
    }

    private static double median(List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / NANOS_PER_MILLI;
    }
}
