package org.posewright.training.checkpoint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a model file says about itself besides weights.
 *
 * @param classNames names by class number
 * @param epoch last finished epoch counted from 0; −1 for a finished or published model
 * @param trainArguments all arguments of the training that made it, under the reference's names; empty if unknown; an
 *     export keeps {@code imgsz} alone
 * @param texts free texts under the reference's names: date, version, license, docs, description, author
 * @param otherNames classes and functions the file names beyond what is usual; they were not used
 */
public record CheckpointInfo(
        Map<Integer, String> classNames,
        int epoch,
        Map<String, @Nullable Object> trainArguments,
        Map<String, String> texts,
        List<String> otherNames) {
    public CheckpointInfo {
        classNames = Collections.unmodifiableMap(new LinkedHashMap<>(classNames));
        trainArguments = Collections.unmodifiableMap(new LinkedHashMap<>(trainArguments));
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        otherNames = List.copyOf(otherNames);
    }

    /** A model about which nothing is known but the names of its classes. */
    public static CheckpointInfo ofClasses(Map<Integer, String> classNames) {
        return new CheckpointInfo(classNames, -1, Map.of(), Map.of(), List.of());
    }

    /** The longer side in pixels of the pictures that the model was trained or exported for; empty if unknown. */
    public OptionalInt imageSize() {
        Object size = trainArguments.get("imgsz");
        List<?> sides = size instanceof List<?> several ? several : size == null ? List.of() : List.of(size);
        return sides.stream()
                .filter(Number.class::isInstance)
                .mapToInt(side -> ((Number) side).intValue())
                .filter(side -> side > 0)
                .max();
    }

    /** The same with one text set. */
    public CheckpointInfo withText(String key, String value) {
        Map<String, String> changed = new LinkedHashMap<>(texts);
        changed.put(key, value);
        return new CheckpointInfo(classNames, epoch, trainArguments, changed, otherNames);
    }

    public CheckpointInfo withEpoch(int newEpoch) {
        return new CheckpointInfo(classNames, newEpoch, trainArguments, texts, otherNames);
    }

    public CheckpointInfo withTrainArguments(Map<String, @Nullable Object> arguments) {
        return new CheckpointInfo(classNames, epoch, arguments, texts, otherNames);
    }
}
