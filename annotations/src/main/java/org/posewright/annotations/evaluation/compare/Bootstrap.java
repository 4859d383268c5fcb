package org.posewright.annotations.evaluation.compare;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.posewright.annotations.evaluation.Evaluation;
import org.posewright.annotations.evaluation.EvaluationAxes;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** AP of resampled pictures: the same resampling for all results, so that differences are paired. */
final class Bootstrap {

    private final List<NamedEvaluation> results;
    private final BootstrapPlan plan;

    Bootstrap(List<NamedEvaluation> results, BootstrapPlan plan) {
        this.results = results;
        this.plan = plan;
    }

    /** [result][replicate]; NaN where nobody counts. */
    double[][] run(ProgressListener listener, CancellationToken token) {
        EvaluationAxes axes = results.get(0).evaluation().input().axes();
        double[][] replicates = new double[results.size()][plan.replicates()];
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, plan.replicates()).parallel().forEach(r -> {
            token.throwIfCancelled();
            int[] weights = weights(axes.imageCount(), r);
            for (int m = 0; m < results.size(); m++) {
                Evaluation evaluation = results.get(m).evaluation();
                double ap = evaluation.matches().weightedAveragePrecision(axes, evaluation.parameters(), weights);
                replicates[m][r] = ap < 0 ? Double.NaN : ap;
            }
            listener.progress(done.incrementAndGet(), plan.replicates(), "resampling pictures");
        });
        return replicates;
    }

    /** How often each picture is drawn. */
    private int[] weights(int images, int replicate) {
        SplittableRandom random = new SplittableRandom(plan.seed() * 0x9E3779B97F4A7C15L + replicate);
        int[] weights = new int[images];
        for (int i = 0; i < images; i++) {
            weights[random.nextInt(images)]++;
        }
        return weights;
    }
}
