package org.posewright.annotations.coco;

import java.nio.charset.StandardCharsets;

/** Replaces the bytes from {@code start} to before {@code end} by {@code text}; equal offsets insert. */
record Splice(long start, long end, byte[] text) {

    static Splice replace(long start, long end, String text) {
        return new Splice(start, end, text.getBytes(StandardCharsets.UTF_8));
    }

    static Splice cut(long start, long end) {
        return new Splice(start, end, new byte[0]);
    }
}
