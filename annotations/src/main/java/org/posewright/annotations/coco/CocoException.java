package org.posewright.annotations.coco;

import java.io.IOException;
import org.posewright.annotations.model.Sentence;

/** A COCO file cannot be used for what was asked; the message is one sentence for a person. */
public final class CocoException extends IOException implements Sentence.Told {

    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    public CocoException(String message) {
        this(Sentence.verbatim(message));
    }

    public CocoException(Sentence sentence) {
        super(sentence.english());
        this.sentence = sentence;
    }

    @Override
    public Sentence sentence() {
        return sentence;
    }
}
