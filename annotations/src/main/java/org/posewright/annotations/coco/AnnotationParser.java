package org.posewright.annotations.coco;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.model.Visibility;

/** Collects the annotations of one range. Segmentations are stepped over. */
final class AnnotationParser implements ElementParser {

    static final byte[][] KEYS =
            JsonValues.keys("id", "image_id", "category_id", "bbox", "area", "iscrowd", "num_keypoints", "keypoints");

    final List<RawAnnotation> annotations = new ArrayList<>();
    final List<Defect> defects = new ArrayList<>();

    private final List<Defect> pending = new ArrayList<>(2);
    private double[] values = new double[51];
    private Keypoints unlabeled = Keypoints.unlabeled(0);

    @Override
    public void element(JsonScanner in) throws IOException {
        in.peek();
        RawAnnotation annotation = new RawAnnotation(in.position());
        pending.clear();
        if (in.peek() == '{') {
            for (boolean more = in.enter('{', '}'); more; more = in.more('}')) {
                member(in, in.key(KEYS), annotation);
            }
        } else {
            in.skipValue();
            annotation.isObject = false;
            error(
                    "coco.annotation",
                    annotation,
                    Sentence.of("coco.annotation", "an element of \"annotations\" is no object and is left out"),
                    Sentence.of("coco.annotation.remedy", "remove it from the file"));
        }
        annotation.lengthBytes = (int) (in.position() - annotation.start);
        annotations.add(annotation);
        pending.forEach(defect -> defects.add(defect.about(annotation)));
    }

    private void member(JsonScanner in, int key, RawAnnotation annotation) throws IOException {
        switch (key) {
            case 0 -> annotation.id = id(in, annotation);
            case 1 -> imageId(in, annotation);
            case 2 -> annotation.categoryId = id(in, annotation);
            case 3 -> box(in, annotation);
            case 4 -> annotation.areaPixels = JsonValues.number(in);
            case 5 -> annotation.crowd = JsonValues.flag(in);
            case 6 -> declaredKeypoints(in, annotation);
            case 7 -> keypoints(in, annotation);
            default -> in.skipValue();
        }
    }

    private long id(JsonScanner in, RawAnnotation annotation) throws IOException {
        if (in.peek() != '"') {
            return JsonValues.integer(in);
        }
        String text = in.string();
        warning(
                "coco.text-id",
                annotation,
                Sentence.of("coco.text-id", "an id is the text \"{0}\" where COCO has a number", text),
                Sentence.of("coco.text-id.remedy", "write ids as numbers; other tools refuse such files"));
        return JsonValues.integer(text);
    }

    private void imageId(JsonScanner in, RawAnnotation annotation) throws IOException {
        if (in.peek() == '"') {
            String text = in.string();
            annotation.imageIdText = text;
            annotation.imageId = JsonValues.integer(text);
        } else {
            annotation.imageId = JsonValues.integer(in);
        }
    }

    private void declaredKeypoints(JsonScanner in, RawAnnotation annotation) throws IOException {
        long count = JsonValues.integer(in);
        if (count < 0 || count > Integer.MAX_VALUE) {
            warning(
                    "coco.num-keypoints",
                    annotation,
                    Sentence.of("coco.num-keypoints.no-count", "num_keypoints is not a count"),
                    Sentence.of(
                            "coco.num-keypoints.no-count.remedy",
                            "the labelled points are counted instead; edit and save the person to mend it"));
        } else {
            annotation.declaredKeypoints = (int) count;
        }
    }

    private void box(JsonScanner in, RawAnnotation annotation) throws IOException {
        int count = numbers(in);
        boolean finite = count == 4;
        for (int i = 0; i < 4 && finite; i++) {
            finite = Double.isFinite(values[i]);
        }
        if (finite) {
            annotation.box = new Box(values[0], values[1], values[2], values[3]);
        }
    }

    private void keypoints(JsonScanner in, RawAnnotation annotation) throws IOException {
        if (in.literal("null")) {
            return;
        }
        int count = numbers(in);
        annotation.valueCount = Math.max(0, count);
        if (count > 0 && count % 3 == 0 && wellFormed(count)) {
            annotation.keypoints = points(count / 3);
        } else {
            annotation.values = Arrays.copyOf(values, Math.max(0, count));
        }
    }

    private boolean wellFormed(int count) {
        for (int i = 0; i < count; i += 3) {
            double v = values[i + 2];
            if (!Double.isFinite(values[i]) || !Double.isFinite(values[i + 1]) || (v != 0 && v != 1 && v != 2)) {
                return false;
            }
        }
        return true;
    }

    private Keypoints points(int size) {
        boolean blank = true;
        for (int i = 0; i < 3 * size && blank; i++) {
            blank = values[i] == 0;
        }
        if (blank) {
            // Two fifths of COCO's people have no points at all; they share one object.
            unlabeled = unlabeled.size() == size ? unlabeled : Keypoints.unlabeled(size);
            return unlabeled;
        }
        Keypoints.Builder builder = new Keypoints.Builder(size);
        for (int i = 0; i < 3 * size; i += 3) {
            builder.add(values[i], values[i + 1], Visibility.ofFlag((int) values[i + 2]), Provenance.FILE);
        }
        return builder.build();
    }

    /** Reads a list of numbers into {@link #values}; NaN stands for what is none; -1 when it is no list. */
    private int numbers(JsonScanner in) throws IOException {
        if (in.peek() != '[') {
            in.skipValue();
            return -1;
        }
        int plain = in.plainNumbers(values, 0);
        if (plain >= 0) {
            return plain;
        }
        int count = 0;
        for (boolean more = in.enter('[', ']'); more; more = in.more(']')) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = JsonValues.number(in);
        }
        return count;
    }

    private void error(String code, RawAnnotation annotation, Sentence message, Sentence remedy) {
        pending.add(Defect.error(code, annotation.start, message, remedy));
    }

    private void warning(String code, RawAnnotation annotation, Sentence message, Sentence remedy) {
        pending.add(Defect.warning(code, annotation.start, message, remedy));
    }
}
