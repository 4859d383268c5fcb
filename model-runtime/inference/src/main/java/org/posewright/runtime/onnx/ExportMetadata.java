package org.posewright.runtime.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Skeletons;

/** What Ultralytics' exporters write beside the network; each part may be missing or unreadable, then it is empty. */
record ExportMetadata(Map<String, String> entries) {

    static final int DEFAULT_STRIDE = 32;
    private static final int LARGEST_STRIDE = 1024;

    Optional<String> text(String key) {
        return Optional.ofNullable(entries.get(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    int stride() {
        return PythonLiteral.parse(entries.get("stride"))
                .filter(value -> value instanceof Long n && n >= 1 && n <= LARGEST_STRIDE)
                .map(value -> ((Long) value).intValue())
                .orElse(DEFAULT_STRIDE);
    }

    /** Height and width. */
    Optional<List<Integer>> imageSize() {
        return PythonLiteral.integers(entries.get("imgsz"))
                .filter(sides -> sides.size() == 2 && sides.stream().allMatch(side -> side > 0));
    }

    /** Number of keypoints and values of each. */
    Optional<List<Integer>> keypointShape() {
        return PythonLiteral.integers(entries.get("kpt_shape"))
                .filter(shape -> shape.size() == 2 && shape.get(0) >= 1 && (shape.get(1) == 2 || shape.get(1) == 3));
    }

    /** Class names by index; empty unless the indices run from 0 without gaps. */
    List<String> classNames() {
        TreeMap<Integer, String> byIndex = new TreeMap<>();
        try {
            PythonLiteral.dict(entries.get("names"))
                    .ifPresent(names -> names.forEach(
                            (index, name) -> byIndex.put(Integer.valueOf((String) index), String.valueOf(name))));
        } catch (NumberFormatException notIndexed) {
            return List.of();
        }
        boolean gapless = !byIndex.isEmpty() && byIndex.firstKey() == 0 && byIndex.lastKey() == byIndex.size() - 1;
        return gapless ? List.copyOf(byIndex.values()) : List.of();
    }

    /** Whether rows come out final: an end-to-end network, or suppression inside the export. */
    boolean declaresEndToEnd() {
        boolean network = PythonLiteral.parse(entries.get("end2end")).equals(Optional.of(Boolean.TRUE));
        boolean embedded = PythonLiteral.dict(entries.get("args"))
                .map(arguments -> Boolean.TRUE.equals(arguments.get("nms")))
                .orElse(false);
        return network || embedded;
    }

    /** Names and limbs where they are known. */
    Skeleton skeleton(int keypointCount, int valuesPerKeypoint) {
        Optional<List<String>> names = keypointNames(keypointCount);
        Skeleton person = Skeletons.COCO_PERSON;
        boolean looksLikePerson = keypointCount == person.size()
                && names.map(person.keypointNames()::equals).orElse(true);
        Skeleton base = looksLikePerson ? person : Skeletons.numbered(keypointCount, valuesPerKeypoint);
        return new Skeleton(
                base.name(),
                names.orElse(base.keypointNames()),
                base.limbs(),
                base.flipIndices(),
                base.sigmas(),
                base.sigmaSource(),
                valuesPerKeypoint);
    }

    private Optional<List<String>> keypointNames(int keypointCount) {
        return PythonLiteral.dict(entries.get("kpt_names"))
                .map(byClass -> byClass.get("0"))
                .filter(List.class::isInstance)
                .map(list -> {
                    List<String> names = new ArrayList<>();
                    ((List<?>) list).forEach(name -> names.add(String.valueOf(name)));
                    return names;
                })
                .filter(names -> names.stream().distinct().count() == keypointCount && names.size() == keypointCount);
    }
}
