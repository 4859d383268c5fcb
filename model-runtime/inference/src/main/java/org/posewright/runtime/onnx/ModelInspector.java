package org.posewright.runtime.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.posewright.runtime.InputSpec;
import org.posewright.runtime.ModelDescriptor;
import org.posewright.runtime.PoseModelException;
import org.posewright.runtime.decode.PoseHead;
import org.posewright.runtime.onnx.HeadRecognition.NotAPoseHead;
import org.posewright.runtime.preprocess.InputSize;

/** Reads the descriptor of a pose model from its metadata and shapes, and refuses every other model in one sentence. */
final class ModelInspector {

    private static final int DEFAULT_SIDE = 640;
    private static final int CHANNELS = 3;

    private final OrtEnvironment environment;

    ModelInspector(OrtEnvironment environment) {
        this.environment = environment;
    }

    ModelDescriptor inspect(Path file, OrtSession session) throws OrtException {
        ExportMetadata metadata = new ExportMetadata(session.getMetadata().getCustomMetadata());
        Optional<String> task = metadata.text("task");
        if (task.isPresent() && !task.get().equals(ModelDescriptor.TASK)) {
            throw refusal(file, "it is a '" + task.get() + "' model");
        }
        InputSpec input = input(file, session, metadata);
        PoseHead head = head(file, session, metadata);
        List<String> names = metadata.classNames();
        List<String> classNames = names.size() == head.classCount()
                ? names
                : IntStream.range(0, head.classCount())
                        .mapToObj(index -> "class_" + index)
                        .toList();
        String name = metadata.text("description").orElse(String.valueOf(file.getFileName()));
        return new ModelDescriptor(
                file,
                name,
                head,
                classNames,
                metadata.skeleton(head.keypointCount(), head.valuesPerKeypoint()),
                input,
                metadata.entries(),
                ParameterCounter.count(file));
    }

    private static InputSpec input(Path file, OrtSession session, ExportMetadata metadata) throws OrtException {
        Map<String, NodeInfo> inputs = session.getInputInfo();
        if (inputs.size() != 1) {
            throw refusal(file, "it has " + inputs.size() + " inputs (" + String.join(", ", inputs.keySet()) + ")");
        }
        Map.Entry<String, NodeInfo> only = inputs.entrySet().iterator().next();
        if (!(only.getValue().getInfo() instanceof TensorInfo info)) {
            throw refusal(file, "its input is not a tensor");
        }
        long[] shape = info.getShape();
        if (shape.length != 4 || shape[1] > 0 && shape[1] != CHANNELS) {
            throw refusal(file, "its input has shape " + Arrays.toString(shape) + " instead of [N, 3, height, width]");
        }
        if (info.type != OnnxJavaType.FLOAT && info.type != OnnxJavaType.FLOAT16) {
            throw refusal(file, "its input takes " + info.type + " instead of floats");
        }
        InputSize preferred = metadata.imageSize()
                .map(sides -> new InputSize(sides.get(1), sides.get(0)))
                .orElse(InputSize.square(DEFAULT_SIDE));
        return new InputSpec(
                only.getKey(),
                fixed(shape[0]),
                fixed(shape[2]),
                fixed(shape[3]),
                metadata.stride(),
                info.type == OnnxJavaType.FLOAT16,
                preferred);
    }

    private PoseHead head(Path file, OrtSession session, ExportMetadata metadata) throws OrtException {
        Map<String, NodeInfo> outputs = session.getOutputInfo();
        if (outputs.size() != 1) {
            throw refusal(file, "it has " + outputs.size() + " outputs (" + String.join(", ", outputs.keySet()) + ")");
        }
        if (!(outputs.values().iterator().next().getInfo() instanceof TensorInfo info)
                || info.type != OnnxJavaType.FLOAT && info.type != OnnxJavaType.FLOAT16) {
            throw refusal(file, "its output is not a tensor of floats");
        }
        HeadRecognition recognition = new HeadRecognition(metadata);
        try {
            Optional<PoseHead> head = recognition.recognise(info.getShape());
            if (head.isEmpty()) {
                head = recognition.recognise(WarmUp.run(environment, session));
            }
            return head.orElseThrow(() -> refusal(file, "its output has no definite shape"));
        } catch (NotAPoseHead reason) {
            throw refusal(file, String.valueOf(reason.getMessage()));
        }
    }

    private static OptionalInt fixed(long side) {
        return side > 0 ? OptionalInt.of(Math.toIntExact(side)) : OptionalInt.empty();
    }

    private static PoseModelException refusal(Path file, String why) {
        return new PoseModelException(
                file + " is not a pose model that can be run here: " + why + "; open a YOLO-pose export.", null);
    }
}
