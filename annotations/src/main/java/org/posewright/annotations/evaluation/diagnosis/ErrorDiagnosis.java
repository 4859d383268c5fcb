package org.posewright.annotations.evaluation.diagnosis;

import java.util.List;

/**
 * Where the loss comes from.
 *
 * @param counts classes of all labelled keypoints of matched people
 * @param keypointCases those that are not good, in picture order
 * @param scoringCases people whose best-scored detection is not the best one
 * @param falsePositives detections that mean nobody, best score first
 * @param falseNegatives people that no detection means, in picture order
 * @param matchedPeople people that count and have a detection
 * @param reorderedImageShare share of the pictures with detections whose order would change under optimal scores
 */
public record ErrorDiagnosis(
        DiagnosisRule rule,
        ErrorCounts counts,
        List<DiagnosisCase.KeypointCase> keypointCases,
        List<DiagnosisCase.ScoringCase> scoringCases,
        List<DiagnosisCase.FalsePositive> falsePositives,
        List<DiagnosisCase.FalseNegative> falseNegatives,
        int matchedPeople,
        double reorderedImageShare) {

    public ErrorDiagnosis {
        keypointCases = List.copyOf(keypointCases);
        scoringCases = List.copyOf(scoringCases);
        falsePositives = List.copyOf(falsePositives);
        falseNegatives = List.copyOf(falseNegatives);
    }

    /** The cases of one class. */
    public List<DiagnosisCase.KeypointCase> cases(KeypointError error) {
        return keypointCases.stream().filter(c -> c.error() == error).toList();
    }
}
