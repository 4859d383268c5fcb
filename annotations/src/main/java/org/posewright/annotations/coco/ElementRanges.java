package org.posewright.annotations.coco;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/**
 * Reads the elements of a large JSON array in byte ranges, side by side. A range other than the first guesses where an element
 * begins ({@code }, {} behind its border). The guess counts only when the range before, whose own start is certain, ends exactly
 * there; otherwise the range is read again from the certain place. So the outcome is that of reading in one go.
 *
 * @param <P> what collects the elements of a range
 */
final class ElementRanges<P extends ElementParser> {

    private static final long RANGE_BYTES = 2L << 20;
    private static final int RANGES_PER_PROCESSOR = 2;

    private final ByteSource source;
    private final Supplier<P> parsers;
    private final ProgressListener progress;
    private final CancellationToken token;
    private final long rangeBytes;

    ElementRanges(ByteSource source, Supplier<P> parsers, ProgressListener progress, CancellationToken token) {
        this(source, parsers, progress, token, RANGE_BYTES);
    }

    ElementRanges(
            ByteSource source,
            Supplier<P> parsers,
            ProgressListener progress,
            CancellationToken token,
            long rangeBytes) {
        this.source = source;
        this.parsers = parsers;
        this.progress = progress;
        this.token = token;
        this.rangeBytes = rangeBytes;
    }

    /**
     * All elements of an array.
     *
     * @param parts in file order
     * @param end behind the closing bracket, or where reading stopped
     * @param fault why reading stopped before the closing bracket
     */
    record Elements<P>(List<P> parts, long end, Optional<JsonFault> fault) {}

    private record Part<P>(P parser, long start, long end, long rangeEnd, boolean closed, Optional<JsonFault> fault) {
        boolean isLast() {
            return closed || fault.isPresent();
        }
    }

    /** What is read: the array's start, from where on the elements are certain, and the size of the source. */
    private record State(long arrayStart, long certain, long size, AtomicLong done) {}

    /** Reads from just behind the opening bracket. */
    Elements<P> read(long start) throws IOException {
        long size = source.size();
        AtomicLong done = new AtomicLong(start);
        List<P> parts = new ArrayList<>();
        long from = start;
        long border = start;
        // The first wave is one range, so that a small array costs no detour.
        int wave = 1;
        while (true) {
            for (Part<P> guess : readWave(border, wave, new State(start, from, size, done))) {
                Part<P> part = guess.start == from
                        ? guess
                        : readRange(new JsonScanner(source, from), from, guess.rangeEnd, from == start);
                parts.add(part.parser);
                from = part.end;
                if (part.isLast()) {
                    return new Elements<>(parts, part.end, part.fault);
                }
            }
            border += wave * rangeBytes;
            wave = RANGES_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
        }
    }

    private List<Part<P>> readWave(long border, int count, State state) throws IOException {
        try {
            return IntStream.range(0, count)
                    .parallel()
                    .mapToObj(i -> {
                        Part<P> part = guess(border + i * rangeBytes, i == 0, state);
                        long read = Math.min(state.size, state.done.addAndGet(rangeBytes));
                        progress.progress(read, state.size, "reading");
                        return part;
                    })
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Part<P> guess(long border, boolean first, State state) {
        long rangeEnd = border + rangeBytes;
        try {
            if (first) {
                JsonScanner in = new JsonScanner(source, state.certain);
                return readRange(in, state.certain, rangeEnd, state.certain == state.arrayStart);
            }
            JsonScanner in = new JsonScanner(source, Math.min(border, state.size));
            long start = in.findObjectBoundary() ? in.position() : state.size;
            return readRange(in, start, rangeEnd, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Part<P> readRange(JsonScanner in, long start, long rangeEnd, boolean atOpening) throws IOException {
        P parser = parsers.get();
        parser.expectBytes(Math.min(rangeEnd, source.size()) - start);
        try {
            boolean more = true;
            if (atOpening && in.peek() == ']') {
                in.expect(']');
                more = false;
            }
            while (more && in.position() < rangeEnd) {
                token.throwIfCancelled();
                parser.element(in);
                more = in.more(']');
                if (more) {
                    in.peek();
                }
            }
            return new Part<>(parser, start, in.position(), rangeEnd, !more, Optional.empty());
        } catch (JsonFault fault) {
            return new Part<>(parser, start, fault.position(), rangeEnd, false, Optional.of(fault));
        }
    }
}
