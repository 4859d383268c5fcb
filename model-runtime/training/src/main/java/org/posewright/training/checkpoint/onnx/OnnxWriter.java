package org.posewright.training.checkpoint.onnx;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.posewright.training.checkpoint.BatchNormFolding;
import org.posewright.training.checkpoint.Checkpoint;
import org.posewright.training.checkpoint.FileReplacement;
import org.posewright.training.checkpoint.NamedTensors;
import org.posewright.training.graph.HeadMaps;
import org.posewright.training.graph.NetworkSpec;
import org.posewright.training.graph.PoseGraph;

/**
 * Writes a model as ONNX (operator set 17, IR 8): input {@code images} [N, 3, H, W], output {@code output0} [N, 4 + nc + K·D, anchors], batch
 * normalisation folded, decoding inside, metadata as the reference writes it.
 */
public final class OnnxWriter {
    static final int OPSET = 17;
    private static final int IR_VERSION = 8;
    private static final String INPUT = "images";
    private static final String OUTPUT = "output0";

    private final Clock clock;

    /** @param clock for the date in the metadata */
    public OnnxWriter(Clock clock) {
        this.clock = clock;
    }

    /**
     * Replaces the file in one step.
     *
     * @throws org.posewright.training.checkpoint.CheckpointException if weights are missing or the file cannot be written
     */
    public void write(Path file, Checkpoint checkpoint, OnnxExportOptions options) {
        ProtoMessage model = model(checkpoint, options);
        FileReplacement.write(file, out -> writeTo(model, out));
    }

    private static void writeTo(ProtoMessage model, OutputStream out) throws IOException {
        CodedOutputStream coded = CodedOutputStream.newInstance(out);
        model.size();
        model.writeTo(coded);
        coded.flush();
    }

    private ProtoMessage model(Checkpoint checkpoint, OnnxExportOptions options) {
        ProtoMessage model = new ProtoMessage()
                .integer(1, IR_VERSION)
                .text(2, "posewright")
                .message(7, graph(checkpoint, options))
                .message(8, new ProtoMessage().text(1, "").integer(2, OPSET));
        String date = LocalDateTime.now(clock).toString();
        for (Map.Entry<String, String> entry :
                OnnxMetadata.of(checkpoint, options, date).entrySet()) {
            model.message(14, new ProtoMessage().text(1, entry.getKey()).text(2, entry.getValue()));
        }
        return model;
    }

    private static ProtoMessage graph(Checkpoint checkpoint, OnnxExportOptions options) {
        NetworkSpec spec = checkpoint.spec();
        NamedTensors folded = BatchNormFolding.fold(spec, checkpoint.weights());
        NamedTensors typed = options.half() || options.halfWeights() ? folded.toFloat16() : folded;
        OnnxGraphBuilder builder = new OnnxGraphBuilder();
        OnnxMap image = new OnnxMap(INPUT, 3, options.inputHeight(), options.inputWidth());
        HeadMaps<OnnxMap> maps = new PoseGraph(spec).apply(new OnnxOps(builder, typed, options), image);
        new OnnxDecoding(builder, spec, options).decode(maps, typed, OUTPUT);
        return builder.graph("main_graph", input(options), output(spec, options));
    }

    private static ProtoMessage input(OnnxExportOptions options) {
        List<ProtoMessage> shape = options.dynamic()
                ? List.of(free("batch"), fixed(3), free("height"), free("width"))
                : List.of(fixed(1), fixed(3), fixed(options.inputHeight()), fixed(options.inputWidth()));
        return value(INPUT, options, shape);
    }

    private static ProtoMessage output(NetworkSpec spec, OnnxExportOptions options) {
        int anchors = NetworkSpec.anchorCount(options.inputHeight(), options.inputWidth());
        List<ProtoMessage> shape = options.dynamic()
                ? List.of(free("batch"), fixed(spec.outputRows()), free("anchors"))
                : List.of(fixed(1), fixed(spec.outputRows()), fixed(anchors));
        return value(OUTPUT, options, shape);
    }

    private static ProtoMessage value(String name, OnnxExportOptions options, List<ProtoMessage> dimensions) {
        ProtoMessage shape = new ProtoMessage();
        dimensions.forEach(dimension -> shape.message(1, dimension));
        int type = options.half() ? OnnxTypes.FLOAT16 : OnnxTypes.FLOAT;
        ProtoMessage tensor = new ProtoMessage().integer(1, type).message(2, shape);
        return new ProtoMessage().text(1, name).message(2, new ProtoMessage().message(1, tensor));
    }

    private static ProtoMessage fixed(long size) {
        return new ProtoMessage().integer(1, size);
    }

    private static ProtoMessage free(String name) {
        return new ProtoMessage().text(2, name);
    }
}
