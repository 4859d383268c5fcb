package org.posewright.app.viewmodel.evaluation;

import java.util.List;
import java.util.Optional;
import org.posewright.annotations.evaluation.compare.ImageChange;
import org.posewright.annotations.evaluation.compare.ResultComparison;

/**
 * Several results on one set of pictures.
 *
 * @param sets the reference first
 * @param comparison rows in the order of the sets
 * @param changes from the reference to the chosen set, worst regressions first
 * @param chosen index of the set that is looked at
 */
public record SideBySide(
        SplitEvaluation reference,
        List<PredictionSet> sets,
        ResultComparison comparison,
        List<ImageChange> changes,
        int chosen) {

    public SideBySide {
        sets = List.copyOf(sets);
        changes = List.copyOf(changes);
    }

    /** What is compared with the reference; empty when nothing is. */
    public Optional<PredictionSet> chosenSet() {
        return chosen > 0 && chosen < sets.size() ? Optional.of(sets.get(chosen)) : Optional.empty();
    }
}
