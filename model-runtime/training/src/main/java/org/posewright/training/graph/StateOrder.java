package org.posewright.training.graph;

import java.util.Comparator;
import java.util.List;

/** Order of entries in the reference's state dictionary: that in which its modules declare their parts. */
final class StateOrder implements Comparator<String> {
    private static final List<String> DECLARED = List.of(
            "conv",
            "bn",
            "cv1",
            "cv2",
            "cv3",
            "dfl",
            "cv4",
            "m",
            "attn",
            "qkv",
            "proj",
            "pe",
            "ffn",
            "weight",
            "bias",
            "running_mean",
            "running_var",
            "num_batches_tracked");

    @Override
    public int compare(String left, String right) {
        String[] a = left.split("\\.");
        String[] b = right.split("\\.");
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int order = Integer.compare(rank(a[i]), rank(b[i]));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length, b.length);
    }

    private static int rank(String part) {
        return Character.isDigit(part.charAt(0)) ? Integer.parseInt(part) : DECLARED.indexOf(part);
    }
}
