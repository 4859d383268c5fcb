package org.posewright.annotations.evaluation.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.posewright.annotations.evaluation.Evaluation;
import org.posewright.annotations.evaluation.EvaluationInput;
import org.posewright.annotations.evaluation.EvaluationParameters;
import org.posewright.annotations.evaluation.MatchTable;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** Diagnoses a finished evaluation. Stateless; thread-safe; uses the fork-join pool of the calling thread. */
public final class ErrorDiagnoser {

    private final Skeleton skeleton;
    private final DiagnosisRule rule;

    public ErrorDiagnoser(Skeleton skeleton, DiagnosisRule rule) {
        this.skeleton = skeleton;
        this.rule = rule;
    }

    /**
     * Finds and classifies the errors.
     *
     * @throws java.util.concurrent.CancellationException if the token says so
     */
    public ErrorDiagnosis diagnose(Evaluation evaluation, CancellationToken token) {
        MatchTable[] tables = tables(evaluation, token);
        KeypointClassifier classifier = classifier(evaluation);
        CaseCollector collector = new CaseCollector(evaluation, skeleton, rule, classifier);
        for (int b = 0; b < tables.length; b++) {
            token.throwIfCancelled();
            collector.collect(b, tables[b]);
        }
        List<DiagnosisCase.FalsePositive> falsePositives = new ArrayList<>(collector.falsePositives);
        falsePositives.sort(
                Comparator.comparingDouble(DiagnosisCase.FalsePositive::score).reversed());
        return new ErrorDiagnosis(
                rule,
                collector.counts,
                collector.keypointCases,
                collector.scoringCases,
                falsePositives,
                collector.falseNegatives,
                collector.matchedPeople,
                collector.reorderedShare());
    }

    /**
     * Measures AP with each kind of error repaired, alone and one after the other: fourteen evaluations.
     *
     * @throws java.util.concurrent.CancellationException if the token says so
     */
    public RepairGains gains(Evaluation evaluation, ProgressListener listener, CancellationToken token) {
        PointRepair repair =
                new PointRepair(classifier(evaluation), evaluation.parameters().oks(), rule);
        return new GainStudy(evaluation, tables(evaluation, token), repair, listener, token).run();
    }

    private KeypointClassifier classifier(Evaluation evaluation) {
        return new KeypointClassifier(skeleton, evaluation.parameters().oks(), rule);
    }

    private MatchTable[] tables(Evaluation evaluation, CancellationToken token) {
        EvaluationInput input = evaluation.input();
        EvaluationParameters low =
                evaluation.parameters().with(new double[] {rule.matchOks()}, List.of(rule.areaRange()));
        MatchTable[] tables = new MatchTable[input.axes().blockCount()];
        IntStream.range(0, tables.length).parallel().forEach(b -> {
            token.throwIfCancelled();
            tables[b] = MatchTable.of(input.truth().block(b), input.detections().block(b), low, rule.areaRange());
        });
        return tables;
    }
}
