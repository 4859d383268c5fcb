package org.posewright.annotations.coco;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** Recognises what a JSON file holds by its first bytes, without reading it whole. */
public final class CocoProbe {

    private static final byte[][] KEYS = Stream.of("images", "annotations", "categories", "info", "licenses")
            .map(key -> key.getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);
    private static final byte[][] DETECTION_KEYS = Stream.of("image_id", "keypoints", "score")
            .map(key -> key.getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);

    /** Kinds of JSON files. */
    public enum Kind {
        /** An object with images, annotations or categories. */
        ANNOTATIONS,
        /** A list of detections. */
        RESULTS,
        /** Anything else, or no JSON. */
        OTHER
    }

    /**
     * @throws IOException if the file cannot be read
     */
    public Kind probe(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteSource source = ByteSource.of(channel);
            JsonScanner in = new JsonScanner(source, byteOrderMarkLength(source));
            try {
                return switch (in.peek()) {
                    case '{' -> hasKey(in, KEYS) ? Kind.ANNOTATIONS : Kind.OTHER;
                    case '[' -> beginsWithDetection(in) ? Kind.RESULTS : Kind.OTHER;
                    default -> Kind.OTHER;
                };
            } catch (JsonFault fault) {
                return Kind.OTHER;
            }
        }
    }

    private static boolean beginsWithDetection(JsonScanner in) throws IOException {
        return !in.enter('[', ']') || (in.peek() == '{' && hasKey(in, DETECTION_KEYS));
    }

    private static boolean hasKey(JsonScanner in, byte[][] keys) throws IOException {
        for (boolean more = in.enter('{', '}'); more; more = in.more('}')) {
            if (in.key(keys) >= 0) {
                return true;
            }
            in.skipValue();
        }
        return false;
    }

    /** 3 when the file begins with UTF-8's byte order mark, otherwise 0. */
    static int byteOrderMarkLength(ByteSource source) throws IOException {
        byte[] start = new byte[3];
        return source.read(0, start, 0, 3) == 3
                        && start[0] == (byte) 0xEF
                        && start[1] == (byte) 0xBB
                        && start[2] == (byte) 0xBF
                ? 3
                : 0;
    }
}
