package org.posewright.training.checkpoint.onnx;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.posewright.training.checkpoint.Checkpoint;
import org.posewright.training.checkpoint.CheckpointInfo;
import org.posewright.training.graph.NetworkSpec;

/** {@code metadata_props} as the reference exporter (8.3.59) writes them: every value the text that Python prints. */
final class OnnxMetadata {
    private static final int OPSET = OnnxWriter.OPSET;

    private OnnxMetadata() {}

    static Map<String, String> of(Checkpoint checkpoint, OnnxExportOptions options, String date) {
        NetworkSpec spec = checkpoint.spec();
        CheckpointInfo info = checkpoint.info();
        Map<String, String> texts = info.texts();
        Map<String, String> props = new LinkedHashMap<>();
        props.put("description", texts.getOrDefault("description", describe(spec, info)));
        props.put("author", texts.getOrDefault("author", "Posewright"));
        props.put("date", date);
        props.put("version", texts.getOrDefault("version", "8.3.59"));
        if (texts.containsKey("license")) {
            props.put("license", texts.get("license"));
        }
        if (texts.containsKey("docs")) {
            props.put("docs", texts.get("docs"));
        }
        props.put("stride", "32");
        props.put("task", "pose");
        props.put("batch", "1");
        props.put("imgsz", "[" + options.inputHeight() + ", " + options.inputWidth() + "]");
        props.put("names", names(info.classNames()));
        props.put(
                "args",
                "{'batch': 1, 'half': " + python(options.half()) + ", 'dynamic': " + python(options.dynamic())
                        + ", 'simplify': False, 'opset': " + OPSET + "}");
        props.put("kpt_shape", "[" + spec.keypointCount() + ", " + spec.keypointDimensions() + "]");
        return props;
    }

    private static String describe(NetworkSpec spec, CheckpointInfo info) {
        String family = spec.modelName().replaceFirst("^yolo", "YOLO");
        Object data = info.trainArguments().get("data");
        String trained = data instanceof String text ? " trained on " + text.replaceAll("^.*[/\\\\]", "") : "";
        return "Posewright " + family + " model" + trained;
    }

    private static String names(Map<Integer, String> names) {
        return names.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + python(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String python(boolean value) {
        return value ? "True" : "False";
    }

    /** As {@code repr}: single quotes unless the text has some and no double ones; control characters escaped. */
    static String python(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder literal = new StringBuilder().append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (c == quote) {
                        literal.append('\\').append(c);
                    } else if (c < ' ' || c == 0x7F) {
                        literal.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
                    } else {
                        literal.append(c);
                    }
                }
            }
        }
        return literal.append(quote).toString();
    }
}
