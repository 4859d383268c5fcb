package org.posewright.annotations.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/**
 * COCO keypoint evaluation in three pure stages: match, accumulate, summarise. Equal to pycocotools 2.0 in every decision. Stateless;
 * thread-safe. Matching uses the fork-join pool of the calling thread.
 */
public final class KeypointEvaluator {

    private final EvaluationParameters parameters;

    public KeypointEvaluator(EvaluationParameters parameters) {
        this.parameters = parameters;
        requireCocoRanges(parameters);
    }

    /**
     * Evaluates a whole dataset.
     *
     * @throws java.util.concurrent.CancellationException if the token says so
     */
    public Evaluation evaluate(EvaluationInput input, ProgressListener listener, CancellationToken token) {
        MatchResult matches = match(input, listener, token);
        token.throwIfCancelled();
        Accumulation accumulation = accumulate(input.axes(), matches);
        return new Evaluation(parameters, input, matches, accumulation, summarise(accumulation));
    }

    /** The first stage. */
    public MatchResult match(EvaluationInput input, ProgressListener listener, CancellationToken token) {
        if (input.truth().keypointCount() != parameters.oks().keypointCount()) {
            throw new EvaluationException(
                    "the labels have " + input.truth().keypointCount() + " keypoints but there are "
                            + parameters.oks().keypointCount() + " sigmas; choose the skeleton of the labels");
        }
        return new MatchStage(parameters).match(input, listener, token);
    }

    /** The second stage. */
    public Accumulation accumulate(EvaluationAxes axes, MatchResult matches) {
        return new Accumulator(parameters, true).accumulate(axes, matches);
    }

    /** The second stage as if, at each threshold, only people that were found existed: AP without false negatives. */
    public Accumulation accumulateFound(EvaluationAxes axes, MatchResult matches) {
        return new Accumulator(parameters, false).accumulate(axes, matches);
    }

    /** The third stage. */
    public CocoSummary summarise(Accumulation accumulation) {
        return CocoSummary.of(accumulation, parameters);
    }

    /**
     * Evaluates again after labels of some pictures changed: only those pictures are matched.
     *
     * @param truth the new labels, on the same pictures and categories
     * @param touchedImageIds pictures whose labels differ from the previous evaluation's
     */
    public Evaluation reevaluate(Evaluation previous, GroundTruthSet truth, Collection<Long> touchedImageIds) {
        EvaluationInput input = previous.input().with(truth);
        EvaluationAxes axes = input.axes();
        int[] blocks = touchedImageIds.stream()
                .mapToInt(id -> axes.imageIndex(id))
                .filter(image -> image >= 0)
                .flatMap(image -> IntStream.range(0, axes.categoryCount()).map(c -> axes.blockIndex(image, c)))
                .toArray();
        MatchResult matches = new MatchStage(parameters).rematch(previous.matches(), input, blocks);
        Accumulation accumulation = accumulate(axes, matches);
        return new Evaluation(parameters, input, matches, accumulation, summarise(accumulation));
    }

    private static void requireCocoRanges(EvaluationParameters parameters) {
        List<AreaRange> expected = List.of(AreaRange.ALL, AreaRange.MEDIUM, AreaRange.LARGE);
        if (!parameters.areaRanges().equals(expected)) {
            throw new IllegalArgumentException("COCO's numbers need the area ranges " + expected);
        }
    }
}
