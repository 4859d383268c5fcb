package org.posewright.annotations.evaluation;

import org.posewright.annotations.model.Sentence;

/** Labels and predictions that do not fit together; the message says what and what to do, in one sentence. */
public final class EvaluationException extends RuntimeException implements Sentence.Told {

    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    public EvaluationException(String message) {
        this(Sentence.verbatim(message));
    }

    public EvaluationException(Sentence sentence) {
        super(sentence.english());
        this.sentence = sentence;
    }

    @Override
    public Sentence sentence() {
        return sentence;
    }
}
