package org.posewright.annotations.coco;

import java.io.IOException;

/** The text stops being JSON, or stops altogether, at a byte position. */
final class JsonFault extends IOException {

    private static final long serialVersionUID = 1L;

    private final long position;
    private final boolean cutOff;

    private JsonFault(long position, boolean cutOff, String message) {
        super(message);
        this.position = position;
        this.cutOff = cutOff;
    }

    static JsonFault syntax(long position, String message) {
        return new JsonFault(position, false, message);
    }

    static JsonFault cutOff(long position) {
        return new JsonFault(position, true, "the file ends in the middle");
    }

    /** 0-based byte offset in the file. */
    long position() {
        return position;
    }

    /** Whether the file ended too early, rather than holding something wrong. */
    boolean isCutOff() {
        return cutOff;
    }
}
