package org.posewright.training.checkpoint.pt;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.posewright.training.checkpoint.Checkpoint;
import org.posewright.training.checkpoint.CheckpointException;
import org.posewright.training.checkpoint.CheckpointInfo;
import org.posewright.training.checkpoint.NamedTensors;
import org.posewright.training.checkpoint.SpecInference;
import org.posewright.training.checkpoint.TensorData;
import org.posewright.training.checkpoint.pickle.InertObject;
import org.posewright.training.checkpoint.pickle.PickleReader;
import org.posewright.training.graph.NetworkSpec;

/**
 * Reads {@code .pt} files as data: official Ultralytics checkpoints (a pickled tree of modules), this project's own (a plain dictionary), and
 * bare state dictionaries.
 */
public final class PtReader {
    private static final List<String> MODEL_KEYS = List.of("ema", "model", "state_dict", "model_state_dict");
    private static final List<String> TEXTS = List.of("date", "version", "license", "docs", "description", "author");
    /** Tensors may share storages, so together they may take more than the file, within reason. */
    private static final long BUDGET_FACTOR = 4;

    private static final long BUDGET_FLOOR = 64L << 20;

    private PtReader() {}

    /** @throws CheckpointException if the file is damaged, hostile, or holds no YOLOv8 or YOLO11 pose model */
    public static Checkpoint read(Path file) {
        PickleReader.Content content = content(file);
        Map<?, ?> root = content.root() instanceof Map<?, ?> map ? map : Map.of("model", nonNull(file, content.root()));
        Found found = findModel(root)
                .orElseThrow(() -> new CheckpointException(
                        file + " holds no model: there are no weights under 'model', 'ema' or 'state_dict'."));
        Map<String, @Nullable Object> settings = settings(root, found.module());
        NetworkSpec spec = SpecInference.infer(found.weights(), keypointShape(settings))
                .orElseThrow(() -> new CheckpointException(file + " is not a YOLOv8 or YOLO11 pose model: its "
                        + found.weights().size() + " weights do not have the names and shapes of one."));
        CheckpointInfo info = new CheckpointInfo(
                classNames(settings.get("names"), spec.classCount()),
                settings.get("epoch") instanceof Number epoch ? epoch.intValue() : -1,
                PlainData.mapOf(root.get("train_args")),
                texts(settings),
                content.otherNames());
        return new Checkpoint(spec, found.weights(), info, PlainData.mapOf(root.get(PtWriter.TRAINING_KEY)));
    }

    /** The whole content of any {@code .pt} file as plain values: maps, lists, texts, numbers, tensors; objects by class name. */
    public static @Nullable Object readPlain(Path file) {
        return PlainData.of(content(file).root());
    }

    private static PickleReader.Content content(Path file) {
        try (TorchArchive archive = TorchArchive.open(file)) {
            long budget = Math.max(BUDGET_FLOOR, BUDGET_FACTOR * file.toFile().length());
            return PickleReader.read(archive.pickle(), archive::storage, budget);
        } catch (CheckpointException e) {
            String message = String.valueOf(e.getMessage());
            throw message.contains(file.toString()) ? e : new CheckpointException(file + ": " + message, e);
        }
    }

    private static Object nonNull(Path file, @Nullable Object root) {
        if (root == null) {
            throw new CheckpointException(file + " holds nothing.");
        }
        return root;
    }

    /** Weights, and the module they came from if the file holds a tree of modules. */
    private record Found(NamedTensors weights, @Nullable InertObject module) {}

    private static Optional<Found> findModel(Map<?, ?> root) {
        for (String key : MODEL_KEYS) {
            Object candidate = root.get(key);
            Optional<NamedTensors> tree = ModuleTree.stateOf(candidate);
            if (tree.isPresent()) {
                return Optional.of(new Found(tree.get(), (InertObject) candidate));
            }
            Optional<NamedTensors> dictionary = tensorsOf(candidate);
            if (dictionary.isPresent()) {
                return Optional.of(new Found(dictionary.get(), null));
            }
        }
        return tensorsOf(root).map(weights -> new Found(weights, null));
    }

    private static Optional<NamedTensors> tensorsOf(@Nullable Object candidate) {
        Map<String, TensorData> tensors = new LinkedHashMap<>();
        if (candidate instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (name instanceof String text && value instanceof TensorData tensor) {
                    tensors.put(text, tensor);
                }
            });
        }
        return tensors.isEmpty() ? Optional.empty() : Optional.of(new NamedTensors(tensors));
    }

    /** What the file says beside the weights; a module's own attributes count where the top level is silent. */
    private static Map<String, @Nullable Object> settings(Map<?, ?> root, @Nullable InertObject module) {
        Map<String, @Nullable Object> settings = new LinkedHashMap<>();
        Map<?, ?> attributes = module == null ? Map.of() : module.attributes();
        if (PlainData.mapOf(attributes.get("yaml")).get("kpt_shape") instanceof List<?> shape) {
            settings.put("kpt_shape", shape);
        }
        for (String key : List.of("names", "kpt_shape")) {
            if (attributes.get(key) != null) {
                settings.put(key, PlainData.of(attributes.get(key)));
            }
        }
        for (String key : List.of("names", "kpt_shape", "epoch")) {
            if (root.get(key) != null) {
                settings.put(key, PlainData.of(root.get(key)));
            }
        }
        TEXTS.forEach(key -> settings.put(key, PlainData.of(root.get(key))));
        return settings;
    }

    private static Map<String, String> texts(Map<String, @Nullable Object> settings) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : TEXTS) {
            if (settings.get(key) instanceof String text) {
                texts.put(key, text);
            }
        }
        return texts;
    }

    private static int @Nullable [] keypointShape(Map<String, @Nullable Object> settings) {
        if (settings.get("kpt_shape") instanceof List<?> shape
                && shape.size() == 2
                && shape.get(0) instanceof Number count
                && shape.get(1) instanceof Number dimensions) {
            return new int[] {count.intValue(), dimensions.intValue()};
        }
        return null;
    }

    /** Names by number; classes the file does not name are called by their number. */
    private static Map<Integer, String> classNames(@Nullable Object names, int count) {
        Map<Integer, String> result = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            Object name = null;
            if (names instanceof Map<?, ?> map) {
                name = map.get((long) i);
            } else if (names instanceof List<?> list && i < list.size()) {
                name = list.get(i);
            }
            result.put(i, name instanceof String text ? text : "class" + i);
        }
        return result;
    }
}
