package org.posewright.annotations.evaluation;

/** Labels and predictions that do not fit together; the message says what and what to do, in one sentence. */
public final class EvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EvaluationException(String message) {
        super(message);
    }
}
