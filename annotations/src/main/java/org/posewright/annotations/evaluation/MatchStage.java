package org.posewright.annotations.evaluation;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** Matches all pictures, in parallel on the caller's fork-join pool, or only those that an edit touched. */
final class MatchStage {

    private static final int CHUNK = 64;

    private final EvaluationParameters parameters;

    MatchStage(EvaluationParameters parameters) {
        this.parameters = parameters;
    }

    MatchResult match(EvaluationInput input, ProgressListener listener, CancellationToken token) {
        DetectionSlots slots = input.detections().slots(parameters.maxDetections());
        int blocks = input.axes().blockCount();
        int ranges = parameters.areaRanges().size();
        MatchResult result = new MatchResult(
                slots, new int[ranges][slots.slotCount()], new int[ranges][slots.slotCount()], new int[ranges][blocks]);
        int chunks = (blocks + CHUNK - 1) / CHUNK;
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, chunks).parallel().forEach(chunk -> {
            token.throwIfCancelled();
            BlockMatcher matcher = new BlockMatcher(parameters);
            int to = Math.min(blocks, (chunk + 1) * CHUNK);
            for (int b = chunk * CHUNK; b < to; b++) {
                matchBlock(matcher, input, result, b);
            }
            listener.progress(Math.min(blocks, done.addAndGet(CHUNK)), blocks, "matching");
        });
        return result;
    }

    /** The result with the pictures of some blocks matched anew. The detections must be the same. */
    MatchResult rematch(MatchResult previous, EvaluationInput input, int[] touchedBlocks) {
        MatchResult result = new MatchResult(
                previous.slots, copy(previous.matched), copy(previous.ignored), copy(previous.countedPeople));
        BlockMatcher matcher = new BlockMatcher(parameters);
        for (int b : touchedBlocks) {
            matchBlock(matcher, input, result, b);
        }
        return result;
    }

    private void matchBlock(BlockMatcher matcher, EvaluationInput input, MatchResult result, int block) {
        GroundTruthBlock people = input.truth().block(block);
        DetectionBlock detections = input.detections().block(block);
        matcher.load(people, detections);
        int offset = result.slots.offsets()[block];
        for (int a = 0; a < parameters.areaRanges().size(); a++) {
            matcher.match(parameters.areaRanges().get(a));
            for (int d = 0; d < matcher.detectionCount(); d++) {
                result.matched[a][offset + d] = matcher.matchedMask(d);
                result.ignored[a][offset + d] = matcher.ignoredMask(d);
            }
            result.countedPeople[a][block] = matcher.countedPeople();
        }
    }

    private static int[][] copy(int[][] rows) {
        int[][] copy = new int[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }
}
