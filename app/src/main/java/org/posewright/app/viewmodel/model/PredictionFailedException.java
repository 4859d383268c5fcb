package org.posewright.app.viewmodel.model;

import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Sentence;

/** The model could not look at a picture; the message says why and what to do. */
public final class PredictionFailedException extends RuntimeException implements Sentence.Told {

    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    /**
     * @param words in the window's language
     */
    PredictionFailedException(String words) {
        this(Sentence.verbatim(words));
    }

    PredictionFailedException(Finding finding) {
        this(Sentence.of("finding.sentences", "{0} {1}", finding.problem(), finding.cure()));
    }

    private PredictionFailedException(Sentence sentence) {
        super(sentence.english());
        this.sentence = sentence;
    }

    @Override
    public Sentence sentence() {
        return sentence;
    }
}
