package org.posewright.app.viewmodel.evaluation;

import java.util.Optional;
import org.posewright.annotations.evaluation.suspect.Verdict;

/** Which cases the queue lists by what was decided about their picture. */
public enum VerdictFilter {
    ALL,
    UNDECIDED,
    LABEL_WRONG,
    MODEL_WRONG,
    BOTH_FINE;

    /** Key of its name in the messages. */
    public String messageKey() {
        return "queue.verdict." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    boolean passes(Optional<Verdict> verdict) {
        return switch (this) {
            case ALL -> true;
            case UNDECIDED -> verdict.isEmpty();
            case LABEL_WRONG, MODEL_WRONG, BOTH_FINE ->
                verdict.filter(v -> v.name().equals(name())).isPresent();
        };
    }
}
