package org.posewright.annotations.convert;

import java.util.List;
import java.util.stream.Collectors;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.Skeleton;

/** The data yaml of an exported YOLO dataset. It names no {@code path}, so that the folder can be moved. */
final class DatasetYamlText {

    private DatasetYamlText() {}

    static String of(Dataset dataset, List<String> splits) {
        Skeleton skeleton = dataset.skeleton();
        StringBuilder text =
                new StringBuilder("# ").append(oneLine(dataset.name())).append(", exported by Posewright\n");
        for (String split : splits) {
            text.append(quote(split)).append(": ").append(quote(split + ".txt")).append('\n');
        }
        String only = splits.isEmpty() ? "" : splits.get(0);
        for (String needed : List.of("train", "val")) {
            if (!splits.contains(needed) && !only.isEmpty()) {
                text.append("# the same pictures again, as Ultralytics asks for both keys\n");
                text.append(needed).append(": ").append(quote(only + ".txt")).append('\n');
            }
        }
        text.append("\nkpt_shape: [").append(skeleton.size()).append(", ");
        text.append(skeleton.valuesPerKeypoint()).append("]\n");
        if (!skeleton.flipIndices().isEmpty()) {
            text.append("flip_idx: ").append(skeleton.flipIndices()).append('\n');
        }
        if (skeleton.sigmaSource().equals("dataset")) {
            text.append("kpt_oks_sigmas: ").append(skeleton.sigmas()).append('\n');
        }
        text.append("\nnames:\n");
        List<String> names = dataset.categoryNames().isEmpty() ? List.of(skeleton.name()) : dataset.categoryNames();
        for (int i = 0; i < names.size(); i++) {
            text.append("  ").append(i).append(": ").append(quote(names.get(i))).append('\n');
        }
        text.append("\nkpt_names:\n");
        String keypoints = skeleton.keypointNames().stream()
                .map(name -> "    - " + quote(name) + "\n")
                .collect(Collectors.joining());
        for (int i = 0; i < names.size(); i++) {
            text.append("  ").append(i).append(":\n").append(keypoints);
        }
        return text.toString();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }

    /** Plain where that is safe, otherwise in double quotes, whose escapes YAML shares with JSON. */
    private static String quote(String text) {
        if (text.matches("[A-Za-z][A-Za-z0-9_./-]*") && !text.matches("(?i)true|false|yes|no|on|off|null|y|n")) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append(String.format("\\x%02x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
