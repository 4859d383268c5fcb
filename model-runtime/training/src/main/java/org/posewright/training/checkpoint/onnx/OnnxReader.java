package org.posewright.training.checkpoint.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.posewright.runtime.onnx.PythonLiteral;
import org.posewright.training.checkpoint.Checkpoint;
import org.posewright.training.checkpoint.CheckpointException;
import org.posewright.training.checkpoint.CheckpointInfo;
import org.posewright.training.checkpoint.NamedTensors;
import org.posewright.training.checkpoint.SpecInference;
import org.posewright.training.checkpoint.TensorData;
import org.posewright.training.graph.NetworkSpec;

/**
 * Takes weights from Ultralytics' ONNX exports. Batch normalisation is folded in them, so a network that is filled from one should be trained
 * with normalisation frozen. Where an optimiser renamed initializers, the names of the convolution nodes tell which they are.
 */
public final class OnnxReader {
    private static final List<String> TEXTS = List.of("date", "version", "license", "docs", "description", "author");

    private OnnxReader() {}

    /** @throws CheckpointException if the file is no ONNX model or not a YOLOv8 or YOLO11 pose model */
    public static Checkpoint read(Path file) {
        OnnxContent content = content(file);
        Map<String, TensorData> weights = new LinkedHashMap<>();
        content.tensors().forEach((name, tensor) -> {
            if (name.startsWith("model.") && tensor.type().isFloating()) {
                weights.put(name, tensor);
            }
        });
        content.nodes().stream().filter(node -> node.operator().equals("Conv")).forEach(node -> {
            String path = modulePath(node.name());
            if (path.startsWith("model.")) {
                adopt(weights, path + ".weight", content.tensors(), node, 1);
                adopt(weights, path + ".bias", content.tensors(), node, 2);
            }
        });
        NamedTensors named = new NamedTensors(weights);
        NetworkSpec spec = SpecInference.infer(named, keypointShape(content.metadata()))
                .orElseThrow(() -> new CheckpointException(file + " is not a YOLOv8 or YOLO11 pose model as Ultralytics"
                        + " exports it: its weights do not have the names and shapes of one."));
        return Checkpoint.of(spec, named, info(content.metadata(), spec));
    }

    private static OnnxContent content(Path file) {
        try {
            if (Files.size(file) > Integer.MAX_VALUE - 8) {
                throw new CheckpointException("is larger than two gigabytes, more than any pose model of this kind");
            }
            return OnnxParser.parse(Files.readAllBytes(file));
        } catch (CheckpointException e) {
            throw new CheckpointException(file + " " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new CheckpointException(file + " cannot be read as an ONNX model: " + e.getMessage() + ".", e);
        }
    }

    private static void adopt(
            Map<String, TensorData> weights, String name, Map<String, TensorData> tensors, OnnxNode node, int input) {
        if (!weights.containsKey(name) && node.inputs().size() > input) {
            TensorData tensor = tensors.get(node.inputs().get(input));
            if (tensor != null && tensor.type().isFloating()) {
                weights.put(name, tensor);
            }
        }
    }

    /** {@code /model.23/cv2.0/cv2.0.1/conv/Conv} → {@code model.23.cv2.0.1.conv}: a part that repeats the one before extends it. */
    static String modulePath(String nodeName) {
        String[] parts = nodeName.replaceFirst("^/", "").split("/");
        StringBuilder path = new StringBuilder();
        String previous = "";
        for (int i = 0; i < parts.length - 1; i++) {
            boolean extendsPrevious = !previous.isEmpty() && parts[i].startsWith(previous + ".");
            String added = extendsPrevious ? parts[i].substring(previous.length() + 1) : parts[i];
            path.append(path.isEmpty() ? "" : ".").append(added);
            previous = parts[i];
        }
        return path.toString();
    }

    private static CheckpointInfo info(Map<String, String> metadata, NetworkSpec spec) {
        Map<?, ?> names = PythonLiteral.dict(metadata.get("names")).orElse(Map.of());
        Map<Integer, String> classNames = new LinkedHashMap<>();
        for (int i = 0; i < spec.classCount(); i++) {
            classNames.put(i, names.get(String.valueOf(i)) instanceof String name ? name : "class" + i);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : TEXTS) {
            String text = metadata.get(key);
            if (text != null) {
                texts.put(key, text);
            }
        }
        // Of all arguments an export keeps the size of its pictures.
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        PythonLiteral.integers(metadata.get("imgsz")).ifPresent(sides -> arguments.put("imgsz", sides));
        return new CheckpointInfo(classNames, -1, arguments, texts, List.of());
    }

    private static int @Nullable [] keypointShape(Map<String, String> metadata) {
        return PythonLiteral.integers(metadata.get("kpt_shape"))
                .filter(shape -> shape.size() == 2)
                .map(shape -> new int[] {shape.get(0), shape.get(1)})
                .orElse(null);
    }
}
