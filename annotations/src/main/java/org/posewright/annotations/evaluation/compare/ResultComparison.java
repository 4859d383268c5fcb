package org.posewright.annotations.evaluation.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.posewright.annotations.evaluation.AreaRange;
import org.posewright.annotations.evaluation.CocoSummary;
import org.posewright.annotations.evaluation.EvaluationException;
import org.posewright.annotations.evaluation.EvaluationInput;
import org.posewright.annotations.evaluation.EvaluationParameters;
import org.posewright.annotations.evaluation.GroundTruthBlock;
import org.posewright.annotations.evaluation.MatchTable;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/**
 * Several results on the same labels, compared with the first one.
 *
 * @param rows in the order given; the first is the reference
 */
public record ResultComparison(List<Row> rows) {

    private static final double LOCALISATION_OKS = 0.1;

    /**
     * One result.
     *
     * @param numbers all ten
     * @param ap COCO's AP
     * @param difference AP minus that of the reference, over the same resampled pictures; 0 for the reference itself
     */
    public record Row(String name, CocoSummary numbers, Interval ap, Interval difference) {}

    public ResultComparison {
        rows = List.copyOf(rows);
    }

    /**
     * @throws EvaluationException if the results are of different pictures
     * @throws java.util.concurrent.CancellationException if the token says so
     */
    public static ResultComparison of(
            List<NamedEvaluation> results, BootstrapPlan plan, ProgressListener listener, CancellationToken token) {
        requireSamePictures(results);
        double[][] replicates = new Bootstrap(results, plan).run(listener, token);
        List<Row> rows = new ArrayList<>();
        double reference = results.get(0).evaluation().summary().ap();
        for (int m = 0; m < results.size(); m++) {
            double ap = results.get(m).evaluation().summary().ap();
            double[] differences = new double[plan.replicates()];
            for (int r = 0; r < differences.length; r++) {
                differences[r] = replicates[m][r] - replicates[0][r];
            }
            rows.add(new Row(
                    results.get(m).name(),
                    results.get(m).evaluation().summary(),
                    Interval.of(ap, replicates[m], plan.confidence()),
                    Interval.of(ap - reference, differences, plan.confidence())));
        }
        return new ResultComparison(rows);
    }

    private static void requireSamePictures(List<NamedEvaluation> results) {
        if (results.isEmpty()) {
            throw new EvaluationException("there is nothing to compare; choose at least one result");
        }
        for (NamedEvaluation result : results) {
            if (!result.evaluation()
                    .input()
                    .axes()
                    .equals(results.get(0).evaluation().input().axes())) {
                throw new EvaluationException(result.name() + " was evaluated on other pictures than "
                        + results.get(0).name() + "; evaluate both on the same images");
            }
        }
    }

    /**
     * What changed on each picture with people that count, worst regressions first.
     *
     * @param minScore detections below it are left out of both results
     */
    public static List<ImageChange> changes(
            EvaluationInput before, EvaluationInput after, EvaluationParameters parameters, double minScore) {
        EvaluationParameters low = parameters.with(new double[] {LOCALISATION_OKS}, List.of(AreaRange.ALL));
        EvaluationInput confidentBefore = before.with(before.detections().scoringAtLeast(minScore));
        EvaluationInput confidentAfter = after.with(after.detections().scoringAtLeast(minScore));
        List<ImageChange> changes = new ArrayList<>();
        for (int i = 0; i < before.axes().imageCount(); i++) {
            Tally first = tally(confidentBefore, i, low);
            Tally second = tally(confidentAfter, i, low);
            boolean counts = first.people + second.people + first.extra + second.extra > 0;
            if (counts) {
                changes.add(new ImageChange(
                        i, before.axes().imageId(i), first.mean(), second.mean(), first.extra, second.extra));
            }
        }
        changes.sort(Comparator.comparingDouble(ImageChange::change)
                .thenComparing(change -> change.extraBefore() - change.extraAfter()));
        return changes;
    }

    /** Sums of one picture over all categories. */
    private static final class Tally {
        private int people;
        private double oks;
        private int extra;

        double mean() {
            return people == 0 ? 0 : oks / people;
        }
    }

    private static Tally tally(EvaluationInput input, int image, EvaluationParameters low) {
        Tally tally = new Tally();
        for (int c = 0; c < input.axes().categoryCount(); c++) {
            int block = input.axes().blockIndex(image, c);
            GroundTruthBlock people = input.truth().block(block);
            MatchTable table = MatchTable.of(people, input.detections().block(block), low, AreaRange.ALL);
            for (int g = 0; g < people.size(); g++) {
                if (!table.personIgnored()[g]) {
                    int detection = table.matchedDetection(0, g);
                    tally.people++;
                    tally.oks += detection < 0 ? 0 : table.similarities()[detection][g];
                }
            }
            for (int d = 0; d < table.detectionCount(); d++) {
                tally.extra += table.matchedPerson()[0][d] < 0 ? 1 : 0;
            }
        }
        return tally;
    }

    /** The row of a result. */
    public Optional<Row> row(String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst();
    }
}
