package org.posewright.annotations.coco;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.model.Skeleton.Limb;

/** Collects {@code categories}. */
final class CategoryParser implements ElementParser {

    private static final byte[][] KEYS = JsonValues.keys("id", "name", "keypoints", "skeleton");

    final List<CocoCategory> categories = new ArrayList<>();
    final List<Defect> defects = new ArrayList<>();

    @Override
    public void element(JsonScanner in) throws IOException {
        if (in.peek() != '{') {
            reject(in.position(), Sentence.of("coco.reason.no-object", "it is no object"));
            in.skipValue();
            return;
        }
        long position = in.position();
        long id = RawAnnotation.NO_ID;
        String name = "";
        List<String> names = List.of();
        List<long[]> pairs = List.of();
        for (boolean more = in.enter('{', '}'); more; more = in.more('}')) {
            switch (in.key(KEYS)) {
                case 0 -> id = in.peek() == '"' ? JsonValues.integer(in.string()) : JsonValues.integer(in);
                case 1 -> name = JsonValues.text(in);
                case 2 -> names = names(in);
                case 3 -> pairs = pairs(in);
                default -> in.skipValue();
            }
        }
        if (id == RawAnnotation.NO_ID) {
            reject(position, Sentence.of("coco.reason.no-id", "it has no id"));
        } else {
            String label = name.isEmpty() ? "category " + id : name;
            categories.add(new CocoCategory(id, label, names, limbs(position, label, names.size(), pairs)));
        }
    }

    /** From 1-based pairs; pairs that name no point are told and left out. */
    private List<Limb> limbs(long position, String name, int size, List<long[]> pairs) {
        boolean zeroBased = pairs.stream().anyMatch(pair -> Math.min(pair[0], pair[1]) == 0)
                && pairs.stream().allMatch(pair -> Math.max(pair[0], pair[1]) < size);
        if (zeroBased) {
            defects.add(Defect.warning(
                    "coco.skeleton",
                    position,
                    Sentence.of(
                            "coco.skeleton.zero",
                            "the skeleton of {0} counts points from 0, COCO counts from 1; it is read as meant",
                            name),
                    Sentence.of("coco.skeleton.zero.remedy", "add 1 to its numbers for other tools")));
        }
        int first = zeroBased ? 0 : 1;
        List<Limb> limbs = new ArrayList<>();
        for (long[] pair : pairs) {
            long from = pair[0] - first;
            long to = pair[1] - first;
            if (from >= 0 && to >= 0 && from < size && to < size) {
                limbs.add(new Limb((int) from, (int) to));
            } else {
                defects.add(Defect.warning(
                        "coco.skeleton",
                        position,
                        Sentence.of(
                                "coco.skeleton.pair",
                                "the skeleton of {0} holds a pair that is left out: it names no two of its {1} points",
                                name,
                                size),
                        Sentence.of("coco.skeleton.pair.remedy", "mend \"skeleton\" in the file")));
            }
        }
        return limbs;
    }

    private static List<String> names(JsonScanner in) throws IOException {
        List<String> names = new ArrayList<>();
        if (in.peek() != '[') {
            in.skipValue();
            return names;
        }
        for (boolean more = in.enter('[', ']'); more; more = in.more(']')) {
            String name = JsonValues.text(in);
            names.add(name.isEmpty() ? Integer.toString(names.size()) : name);
        }
        return names;
    }

    private static List<long[]> pairs(JsonScanner in) throws IOException {
        List<long[]> pairs = new ArrayList<>();
        if (in.peek() != '[') {
            in.skipValue();
            return pairs;
        }
        for (boolean more = in.enter('[', ']'); more; more = in.more(']')) {
            pairs.add(pair(in));
        }
        return pairs;
    }

    /** Two numbers; a pair that names nothing when it is something else. */
    private static long[] pair(JsonScanner in) throws IOException {
        long[] pair = {-1, -1};
        if (in.peek() != '[') {
            in.skipValue();
            return pair;
        }
        int count = 0;
        for (boolean more = in.enter('[', ']'); more; more = in.more(']')) {
            long index = JsonValues.integer(in);
            if (count < 2) {
                pair[count] = index;
            }
            count++;
        }
        return count == 2 ? pair : new long[] {-1, -1};
    }

    private void reject(long position, Sentence reason) {
        defects.add(Defect.error(
                "coco.category",
                position,
                Sentence.of("coco.category", "an element of \"categories\" is left out: {0}", reason),
                Sentence.of("coco.category.remedy", "give it a numeric id and a name")));
    }
}
