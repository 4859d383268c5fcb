package org.posewright.annotations.evaluation.ultralytics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ultralytics' numbers for boxes and poses.
 *
 * @param fitness what picks the best checkpoint
 */
public record UltralyticsSummary(UltralyticsRule rule, Numbers box, Numbers pose, double fitness) {

    /**
     * Means over the classes that occur in the labels.
     *
     * @param precision at the confidence of the best smoothed F1
     * @param recall at the same confidence
     * @param f1 at the same confidence
     * @param apPerThreshold at 0.50, 0.55, … 0.95
     */
    public record Numbers(
            double precision, double recall, double f1, double map50, double map, List<Double> apPerThreshold) {

        public Numbers {
            apPerThreshold = List.copyOf(apPerThreshold);
        }

        static final Numbers ZERO = new Numbers(0, 0, 0, 0, 0, java.util.Collections.nCopies(10, 0.0));
    }

    /** The numbers under Ultralytics' own names. */
    public Map<String, Double> byName() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        put(numbers, "(B)", box);
        put(numbers, "(P)", pose);
        numbers.put("fitness", fitness);
        return numbers;
    }

    private static void put(Map<String, Double> numbers, String suffix, Numbers n) {
        numbers.put("metrics/precision" + suffix, n.precision);
        numbers.put("metrics/recall" + suffix, n.recall);
        numbers.put("metrics/mAP50" + suffix, n.map50);
        numbers.put("metrics/mAP50-95" + suffix, n.map);
    }
}
