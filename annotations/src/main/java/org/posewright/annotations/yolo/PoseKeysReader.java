package org.posewright.annotations.yolo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.posewright.annotations.model.Finding.Severity;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.model.Skeleton.Limb;
import org.posewright.annotations.yolo.YamlNode.Mapping;
import org.posewright.annotations.yolo.YamlNode.Scalar;
import org.posewright.annotations.yolo.YamlNode.Sequence;

/** Reads and checks the keys of a data yaml that describe keypoints. */
final class PoseKeysReader {

    private static final int MOST_KEYPOINTS = 10_000;

    private final YamlFields fields;

    PoseKeysReader(YamlFields fields) {
        this.fields = fields;
    }

    /**
     * @throws DatasetYamlException if {@code kpt_shape} is there and wrong: no row could be read
     */
    PoseKeys read() throws DatasetYamlException {
        Optional<KeypointShape> shape = shape();
        int count = shape.map(KeypointShape::keypoints).orElse(0);
        List<Integer> flips = fields.integers("flip_idx");
        Map<Integer, List<String>> names = names(count);
        List<Double> sigmas = sigmas(count);
        if (shape.isPresent()) {
            checkFlips(flips, count);
        }
        return new PoseKeys(shape, flips, names, sigmas, limbs(count));
    }

    private Optional<KeypointShape> shape() throws DatasetYamlException {
        if (fields.node("kpt_shape").isEmpty()) {
            fields.add(
                    Severity.WARNING,
                    "yaml.kpt-shape",
                    1,
                    Sentence.of(
                            "yaml.kpt-shape", "'kpt_shape' is not given; it is worked out from the first label rows"),
                    Sentence.of("yaml.kpt-shape.remedy", "add a line such as 'kpt_shape: [17, 3]'"));
            return Optional.empty();
        }
        List<Integer> values = fields.integers("kpt_shape");
        boolean valid = values.size() == 2
                && values.get(0) >= 1
                && values.get(0) <= MOST_KEYPOINTS
                && (values.get(1) == 2 || values.get(1) == 3);
        if (!valid) {
            throw new DatasetYamlException(
                    fields.file(),
                    fields.line("kpt_shape"),
                    "kpt_shape must be a number of points and 2 or 3; write for example 'kpt_shape: [17, 3]'",
                    null);
        }
        return Optional.of(new KeypointShape(values.get(0), values.get(1)));
    }

    private void checkFlips(List<Integer> flips, int count) {
        int line = fields.line("flip_idx");
        Sentence remedy = Sentence.of(
                "yaml.flip-idx.remedy",
                "list for each of the {0} points the number of its mirror partner, from 0",
                count);
        if (flips.isEmpty()) {
            fields.add(
                    Severity.NOTE,
                    "yaml.flip-idx",
                    line,
                    Sentence.of("yaml.flip-idx", "'flip_idx' is not given; the trainer will not mirror pictures"),
                    remedy);
        } else if (flips.size() != count) {
            fields.wrong(
                    "flip_idx",
                    line,
                    Sentence.of("yaml.flip-idx.count", "has {0} numbers for {1} points", flips.size(), count),
                    remedy);
        } else if (!SkeletonFactory.isPermutation(flips, count)) {
            fields.wrong(
                    "flip_idx",
                    line,
                    Sentence.of("yaml.flip-idx.partner", "does not name each of the points 0 to {0} once", count - 1),
                    remedy);
        }
    }

    private Map<Integer, List<String>> names(int count) {
        Map<Integer, List<String>> names = new LinkedHashMap<>();
        Optional<YamlNode> node = fields.node("kpt_names");
        if (node.isPresent() && node.get() instanceof Mapping map) {
            map.entries().forEach((key, list) -> {
                Integer category = YamlFields.parseInteger(key);
                if (category == null) {
                    fields.wrong(
                            "kpt_names",
                            list.line(),
                            Sentence.of("yaml.kpt-names.key", "has the entry '{0}'", key),
                            Sentence.of("yaml.kpt-names.key.remedy", "use class numbers as keys"));
                } else {
                    names.put(category, fields.texts("kpt_names", list));
                }
            });
        } else if (node.isPresent()) {
            names.put(0, fields.texts("kpt_names", node.get()));
        }
        names.values().forEach(list -> checkNames(list, count));
        return names;
    }

    private void checkNames(List<String> names, int count) {
        int line = fields.line("kpt_names");
        if (count > 0 && names.size() != count) {
            fields.wrong(
                    "kpt_names",
                    line,
                    Sentence.of("yaml.kpt-names.count", "has {0} names for {1} points", names.size(), count),
                    Sentence.of("yaml.kpt-names.count.remedy", "name each point once"));
        } else if (new HashSet<>(names).size() != names.size()) {
            fields.wrong(
                    "kpt_names",
                    line,
                    Sentence.of("yaml.kpt-names.twice", "names a point twice"),
                    Sentence.of("yaml.kpt-names.twice.remedy", "give each point a name of its own"));
        }
    }

    private List<Double> sigmas(int count) {
        List<Double> sigmas = fields.numbers("kpt_oks_sigmas");
        boolean wrongCount = count > 0 && !sigmas.isEmpty() && sigmas.size() != count;
        if (wrongCount || sigmas.stream().anyMatch(sigma -> sigma <= 0)) {
            fields.wrong(
                    "kpt_oks_sigmas",
                    fields.line("kpt_oks_sigmas"),
                    Sentence.of("yaml.kpt-oks-sigmas", "is not a list of {0} positive numbers", count),
                    Sentence.of(
                            "yaml.kpt-oks-sigmas.remedy",
                            "write one positive number for each point, or delete the key"));
            return List.of();
        }
        return sigmas;
    }

    private List<Limb> limbs(int count) {
        Optional<YamlNode> node = fields.node("skeleton");
        if (node.isEmpty()) {
            return List.of();
        }
        List<int[]> pairs = new ArrayList<>();
        if (node.get() instanceof Sequence sequence) {
            sequence.items().forEach(item -> pair(item).ifPresent(pairs::add));
        }
        int base = pairs.stream().anyMatch(pair -> pair[0] == 0 || pair[1] == 0) ? 0 : 1;
        List<Limb> limbs = new ArrayList<>();
        for (int[] pair : pairs) {
            Limb limb = new Limb(pair[0] - base, pair[1] - base);
            if (Math.min(limb.from(), limb.to()) < 0 || Math.max(limb.from(), limb.to()) >= count) {
                fields.wrong(
                        "skeleton",
                        node.get().line(),
                        Sentence.of(
                                "yaml.skeleton.point",
                                "joins points {0} and {1}, which do not both exist",
                                pair[0],
                                pair[1]),
                        Sentence.of("yaml.skeleton.remedy", "write pairs of point numbers"));
            } else {
                limbs.add(limb);
            }
        }
        return limbs;
    }

    private Optional<int[]> pair(YamlNode item) {
        if (item instanceof Sequence pair
                && pair.items().size() == 2
                && pair.items().get(0) instanceof Scalar first
                && pair.items().get(1) instanceof Scalar second) {
            Integer from = YamlFields.parseInteger(first.text());
            Integer to = YamlFields.parseInteger(second.text());
            if (from != null && to != null) {
                return Optional.of(new int[] {from, to});
            }
        }
        fields.wrong(
                "skeleton",
                item.line(),
                Sentence.of("yaml.skeleton.pair", "holds something that is no pair"),
                Sentence.of("yaml.skeleton.remedy", "write pairs of point numbers"));
        return Optional.empty();
    }
}
