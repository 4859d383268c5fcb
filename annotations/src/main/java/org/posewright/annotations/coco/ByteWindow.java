package org.posewright.annotations.coco;

import java.io.IOException;
import java.util.Arrays;
import org.posewright.annotations.model.Sentence;

/**
 * A piece of a byte source that moves forward and grows when a token does not fit. The byte behind it is always 0, so loops need no
 * bounds check: they stop there and then ask for more. Its fields are open to the scanner, whose loops run over them.
 */
abstract class ByteWindow {

    private static final int WINDOW_BYTES = 1 << 16;
    private static final int LONGEST_TOKEN_BYTES = 1 << 26;

    /** The bytes; those before {@link #limit} are of the source. */
    byte[] window = new byte[WINDOW_BYTES + 1];

    /** Position of the window's first byte in the source. */
    long base;

    /** Index of the next byte. */
    int next;

    /** Index behind the last byte of the source that is here. */
    int limit;

    /** Index of the first byte that must not be dropped; -1 for the next one. */
    int kept = -1;

    private final ByteSource source;

    ByteWindow(ByteSource source, long start) {
        this.source = source;
        this.base = start;
    }

    /** 0-based byte offset of the next byte. */
    final long position() {
        return base + next;
    }

    final void seek(long position) {
        base = position;
        next = 0;
        limit = 0;
        window[0] = 0;
    }

    /** Makes at least so many bytes available behind the next one, unless the source ends before. */
    final void request(int count) throws IOException {
        if (limit - next < count) {
            kept = next;
            while (limit - next < count && fill()) {
                // the window grows at its end
            }
            kept = -1;
        }
    }

    /**
     * Reads on.
     *
     * @throws JsonFault if the source ends
     */
    final void requireMore() throws IOException {
        if (!fill()) {
            throw JsonFault.cutOff(base + limit);
        }
    }

    /** Reads on behind the window, dropping what lies before the kept or next byte. False at the end of the source. */
    final boolean fill() throws IOException {
        int from = kept >= 0 ? kept : Math.min(next, limit);
        if (from > 0) {
            System.arraycopy(window, from, window, 0, limit - from);
            base += from;
            next -= from;
            limit -= from;
            kept = kept >= 0 ? 0 : -1;
        } else if (limit == window.length - 1) {
            grow();
        }
        int count = source.read(base + limit, window, limit, window.length - 1 - limit);
        limit += Math.max(0, count);
        window[limit] = 0;
        return count > 0;
    }

    private void grow() throws JsonFault {
        if (limit >= LONGEST_TOKEN_BYTES) {
            throw JsonFault.syntax(
                    base, Sentence.of("json.long", "a text of more than {0} bytes begins here", LONGEST_TOKEN_BYTES));
        }
        window = Arrays.copyOf(window, 2 * limit + 1);
    }
}
