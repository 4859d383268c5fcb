package org.posewright.annotations.query;

/** A filter that cannot be understood; the message is one sentence for the person who typed it. */
public final class QueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int position;

    QueryException(String message, int position) {
        super(message);
        this.position = position;
    }

    /** 0-based place in the text, for marking it. */
    public int position() {
        return position;
    }
}
