package org.posewright.training.argument;

/** An argument that does not exist or has a value it cannot take; the message is one sentence for the person who typed it. */
public final class ArgumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ArgumentException(String sentence) {
        super(sentence);
    }
}
