package org.posewright.annotations.coco;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.Sentence;

/**
 * Collects the detections of one range of a results file in arrays. Detections of one file are of about equal length, so the first
 * ones tell how many the range holds; growing step by step would touch thrice the memory.
 */
final class DetectionParser implements ElementParser {

    private static final int FIRST_CAPACITY = 64;
    private static final double SPARE = 1.04;

    private static final byte[][] KEYS = Stream.of("image_id", "category_id", "keypoints", "score", "bbox")
            .map(key -> key.getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);

    /** An element that is no detection. {@code index} counts the elements of the range. */
    record Reject(int index, long position, Sentence reason) {}

    final List<Reject> rejects = new ArrayList<>();
    final Map<Integer, String> textImageIds = new HashMap<>();
    int elements;
    int size;
    int valuesPerDetection = -1;
    boolean anyBox;
    long[] imageIds = new long[FIRST_CAPACITY];
    long[] categoryIds = new long[FIRST_CAPACITY];
    double[] scores = new double[FIRST_CAPACITY];
    double[] boxes = new double[4 * FIRST_CAPACITY];
    double[] keypoints = new double[51 * FIRST_CAPACITY];

    private long expectedBytes;
    private long firstPosition = -1;
    private @Nullable Sentence problem;
    private String textId = "";
    private boolean hasId;
    private int keypointCount;

    @Override
    public void expectBytes(long bytes) {
        expectedBytes = bytes;
    }

    @Override
    public void element(JsonScanner in) throws IOException {
        long position = in.position();
        firstPosition = firstPosition < 0 ? position : firstPosition;
        int index = elements++;
        if (in.peek() != '{') {
            in.skipValue();
            rejects.add(new Reject(index, position, Sentence.of("coco.reason.no-object", "it is no object")));
            return;
        }
        reserve(position - firstPosition);
        readMembers(in);
        check();
        if (problem == null) {
            if (!textId.isEmpty()) {
                textImageIds.put(size, textId);
            }
            size++;
        } else {
            rejects.add(new Reject(index, position, problem));
        }
    }

    private void readMembers(JsonScanner in) throws IOException {
        problem = null;
        textId = "";
        hasId = false;
        keypointCount = -1;
        categoryIds[size] = 1;
        scores[size] = Double.NaN;
        Arrays.fill(boxes, 4 * size, 4 * size + 4, Double.NaN);
        for (boolean more = in.enter('{', '}'); more; more = in.more('}')) {
            switch (in.key(KEYS)) {
                case 0 -> readImageId(in);
                case 1 -> categoryIds[size] = readInteger(in, "category_id", 1);
                case 2 -> readKeypoints(in);
                case 3 -> scores[size] = isNumber(in.peek()) ? in.number() : skip(in);
                case 4 -> readBox(in);
                default -> in.skipValue();
            }
        }
    }

    private void check() {
        if (problem == null && !hasId) {
            problem = Sentence.of("coco.reason.no-image-id", "it has no image_id");
        }
        if (problem == null && !Double.isFinite(scores[size])) {
            problem = Sentence.of("coco.reason.score", "its score is missing or no number");
        }
        if (problem == null && keypointCount < 0) {
            problem = Sentence.of("coco.reason.no-keypoints", "it has no keypoints");
        }
        if (problem == null && keypointCount != valuesPerDetection) {
            problem = Sentence.of(
                    "coco.reason.other-length",
                    "its keypoints hold {0} numbers, but those before hold {1}",
                    keypointCount,
                    valuesPerDetection);
        }
    }

    private void readImageId(JsonScanner in) throws IOException {
        hasId = true;
        if (in.peek() == '"') {
            textId = in.string();
            imageIds[size] = CocoResults.TEXT_IMAGE_ID;
        } else {
            imageIds[size] = readInteger(in, "image_id", 0);
        }
    }

    private long readInteger(JsonScanner in, String key, long fallback) throws IOException {
        if (isNumber(in.peek())) {
            double value = in.number();
            if (in.lastNumber().isInteger()) {
                return in.lastNumber().integer();
            }
            if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
                return (long) value;
            }
        } else {
            in.skipValue();
        }
        problem = Sentence.of("coco.reason.integer", "its {0} is not a whole number", key);
        return fallback;
    }

    private void readKeypoints(JsonScanner in) throws IOException {
        if (in.peek() != '[') {
            in.skipValue();
            problem = Sentence.of("coco.reason.no-list", "its keypoints are not a list");
            return;
        }
        int start = size * Math.max(0, valuesPerDetection);
        int count = in.plainNumbers(keypoints, start);
        if (count < 0) {
            count = readUnusualKeypoints(in, start);
        }
        keypointCount = count;
        if (count == 0 || count % 3 != 0) {
            problem = Sentence.of(
                    "coco.reason.threes", "its keypoints hold {0} numbers, which is not three for each point", count);
        } else if (valuesPerDetection < 0) {
            valuesPerDetection = count;
        }
    }

    private int readUnusualKeypoints(JsonScanner in, int start) throws IOException {
        int count = 0;
        for (boolean more = in.enter('[', ']'); more; more = in.more(']')) {
            double value = isNumber(in.peek()) ? in.number() : skip(in);
            if (!Double.isFinite(value)) {
                problem =
                        Sentence.of("coco.reason.finite", "number {0} of its keypoints is no finite number", count + 1);
            }
            if (start + count == keypoints.length) {
                keypoints = Arrays.copyOf(keypoints, keypoints.length * 2);
            }
            keypoints[start + count++] = value;
        }
        return count;
    }

    private void readBox(JsonScanner in) throws IOException {
        if (in.peek() != '[') {
            in.skipValue();
            return;
        }
        int count = 0;
        boolean finite = true;
        for (boolean more = in.enter('[', ']'); more; more = in.more(']')) {
            double value = isNumber(in.peek()) ? in.number() : skip(in);
            finite &= Double.isFinite(value);
            if (count < 4) {
                boxes[4 * size + count] = value;
            }
            count++;
        }
        if (count != 0 && (count != 4 || !finite)) {
            problem = Sentence.of("coco.reason.bbox", "its bbox is not four finite numbers");
        }
        anyBox |= count == 4;
    }

    private static double skip(JsonScanner in) throws IOException {
        in.skipValue();
        return Double.NaN;
    }

    private static boolean isNumber(int b) {
        return b >= '0' && b <= '9' || b == '-' || b == 'N' || b == 'I';
    }

    private void reserve(long bytesSoFar) {
        if (size == scores.length) {
            double whole = size * SPARE * expectedBytes / Math.max(1, bytesSoFar);
            int capacity = Math.max(size + size / 2, (int) Math.min(whole, 64.0 * size) + 1);
            imageIds = Arrays.copyOf(imageIds, capacity);
            categoryIds = Arrays.copyOf(categoryIds, capacity);
            scores = Arrays.copyOf(scores, capacity);
            boxes = Arrays.copyOf(boxes, 4 * capacity);
            keypoints =
                    Arrays.copyOf(keypoints, Math.max(keypoints.length, capacity * Math.max(0, valuesPerDetection)));
        }
        int needed = (size + 1) * Math.max(0, valuesPerDetection);
        if (needed > keypoints.length) {
            keypoints = Arrays.copyOf(keypoints, Math.max(needed, keypoints.length + keypoints.length / 2));
        }
    }
}
