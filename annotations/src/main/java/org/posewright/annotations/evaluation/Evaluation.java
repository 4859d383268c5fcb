package org.posewright.annotations.evaluation;

/** A finished evaluation with everything that later views and re-evaluation need. */
public record Evaluation(
        EvaluationParameters parameters,
        EvaluationInput input,
        MatchResult matches,
        Accumulation accumulation,
        CocoSummary summary) {

    /** Who matched whom in one picture and category, by index. */
    public MatchTable matchTable(int imageIndex, int categoryIndex, AreaRange range) {
        int block = input.axes().blockIndex(imageIndex, categoryIndex);
        return MatchTable.of(input.truth().block(block), input.detections().block(block), parameters, range);
    }
}
