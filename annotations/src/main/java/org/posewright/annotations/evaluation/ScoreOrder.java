package org.posewright.annotations.evaluation;

/** Stable descending orders of scores: NumPy's {@code argsort(-scores, kind='mergesort')} without objects. */
final class ScoreOrder {

    private static final int INSERTION_LIMIT = 24;

    private ScoreOrder() {}

    static int[] stableDescending(double[] scores, int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        if (count <= INSERTION_LIMIT) {
            insertionSort(order, 0, count, scores);
            return order;
        }
        return mergeSort(order, scores);
    }

    private static void insertionSort(int[] order, int from, int to, double[] scores) {
        for (int i = from + 1; i < to; i++) {
            int moved = order[i];
            double score = scores[moved];
            int at = i;
            while (at > from && scores[order[at - 1]] < score) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = moved;
        }
    }

    private static int[] mergeSort(int[] order, double[] scores) {
        int count = order.length;
        for (int from = 0; from < count; from += INSERTION_LIMIT) {
            insertionSort(order, from, Math.min(count, from + INSERTION_LIMIT), scores);
        }
        int[] source = order;
        int[] target = new int[count];
        for (int width = INSERTION_LIMIT; width < count; width *= 2) {
            for (int from = 0; from < count; from += 2 * width) {
                int middle = Math.min(count, from + width);
                merge(source, target, from, middle, Math.min(count, from + 2 * width), scores);
            }
            int[] swap = source;
            source = target;
            target = swap;
        }
        return source;
    }

    private static void merge(int[] source, int[] target, int from, int middle, int to, double[] scores) {
        int left = from;
        int right = middle;
        for (int out = from; out < to; out++) {
            boolean takeLeft = left < middle && (right >= to || scores[source[left]] >= scores[source[right]]);
            target[out] = takeLeft ? source[left++] : source[right++];
        }
    }
}
