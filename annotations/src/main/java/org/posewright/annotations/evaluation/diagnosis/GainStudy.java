package org.posewright.annotations.evaluation.diagnosis;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.posewright.annotations.evaluation.Accumulation;
import org.posewright.annotations.evaluation.DetectionBlock;
import org.posewright.annotations.evaluation.DetectionSet;
import org.posewright.annotations.evaluation.Evaluation;
import org.posewright.annotations.evaluation.EvaluationInput;
import org.posewright.annotations.evaluation.KeypointEvaluator;
import org.posewright.annotations.evaluation.MatchResult;
import org.posewright.annotations.evaluation.MatchTable;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** Evaluates again and again with errors repaired, each kind alone and one after the other. */
final class GainStudy {

    private final Evaluation baseline;
    private final MatchTable[] tables;
    private final PointRepair repair;
    private final OptimalScores optimalScores;
    private final KeypointEvaluator evaluator;
    private final ProgressListener listener;
    private final CancellationToken token;
    private int done;

    GainStudy(
            Evaluation baseline,
            MatchTable[] tables,
            PointRepair repair,
            ProgressListener listener,
            CancellationToken token) {
        this.baseline = baseline;
        this.tables = tables;
        this.repair = repair;
        this.listener = listener;
        this.token = token;
        optimalScores = new OptimalScores(baseline.parameters().oks());
        evaluator = new KeypointEvaluator(baseline.parameters());
    }

    RepairGains run() {
        Map<RepairStep, Double> alone = new EnumMap<>(RepairStep.class);
        Map<RepairStep, Double> progressive = new EnumMap<>(RepairStep.class);
        Set<RepairStep> soFar = EnumSet.noneOf(RepairStep.class);
        for (RepairStep step : RepairStep.values()) {
            alone.put(step, ap(EnumSet.of(step)));
            soFar.add(step);
            progressive.put(step, ap(soFar));
        }
        return new RepairGains(baseline.summary().ap(), alone, progressive);
    }

    private double ap(Set<RepairStep> repaired) {
        token.throwIfCancelled();
        listener.progress(done++, 2L * RepairStep.values().length, "measuring AP with errors repaired");
        EvaluationInput input = baseline.input();
        DetectionSet detections = repairedPoints(input, repaired);
        if (repaired.contains(RepairStep.SCORING)) {
            detections = rescored(input, detections);
        }
        MatchResult matches = evaluator.match(input.with(detections), ProgressListener.NONE, token);
        if (repaired.contains(RepairStep.BACKGROUND_FALSE_POSITIVE)) {
            matches = matches.withoutFalsePositives();
        }
        Accumulation accumulation = repaired.contains(RepairStep.FALSE_NEGATIVE)
                ? evaluator.accumulateFound(input.axes(), matches)
                : evaluator.accumulate(input.axes(), matches);
        return evaluator.summarise(accumulation).ap();
    }

    private DetectionSet repairedPoints(EvaluationInput input, Set<RepairStep> repaired) {
        Set<KeypointError> classes = EnumSet.noneOf(KeypointError.class);
        repaired.stream().filter(RepairStep::isKeypointError).forEach(step -> classes.add(step.keypointError()));
        if (classes.isEmpty()) {
            return input.detections();
        }
        DetectionBlock[] blocks = new DetectionBlock[tables.length];
        IntStream.range(0, blocks.length).parallel().forEach(b -> blocks[b] = repair.repaired(tables[b], classes));
        return input.detections().withBlocks(blocks);
    }

    private DetectionSet rescored(EvaluationInput input, DetectionSet detections) {
        DetectionBlock[] blocks = new DetectionBlock[tables.length];
        IntStream.range(0, blocks.length).parallel().forEach(b -> {
            MatchTable table = MatchTable.of(
                    input.truth().block(b),
                    detections.block(b),
                    baseline.parameters(),
                    baseline.parameters().areaRanges().get(0));
            blocks[b] = optimalScores.rescored(table);
        });
        return detections.withBlocks(blocks);
    }
}
