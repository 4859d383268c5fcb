package org.posewright.annotations.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** COCO's ten keypoint numbers, equal to pycocotools'; -1 where nobody counts. */
public record CocoSummary(
        double ap,
        double ap50,
        double ap75,
        double apMedium,
        double apLarge,
        double ar,
        double ar50,
        double ar75,
        double arMedium,
        double arLarge) {

    private static final int ALL = 0;
    private static final int MEDIUM = 1;
    private static final int LARGE = 2;

    /** Reads the numbers from an accumulation with {@linkplain EvaluationParameters#coco COCO's parameters}. */
    static CocoSummary of(Accumulation a, EvaluationParameters parameters) {
        int[] all = IntStream.range(0, parameters.thresholdCount()).toArray();
        int[] half = {parameters.thresholdIndex(0.5)};
        int[] threeQuarters = {parameters.thresholdIndex(0.75)};
        return new CocoSummary(
                a.averagePrecision(ALL, all),
                a.averagePrecision(ALL, half),
                a.averagePrecision(ALL, threeQuarters),
                a.averagePrecision(MEDIUM, all),
                a.averagePrecision(LARGE, all),
                a.averageRecall(ALL, all),
                a.averageRecall(ALL, half),
                a.averageRecall(ALL, threeQuarters),
                a.averageRecall(MEDIUM, all),
                a.averageRecall(LARGE, all));
    }

    /** The numbers under the names of this project's json files, in pycocotools' order. */
    public Map<String, Double> byName() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("AP", ap);
        numbers.put("AP50", ap50);
        numbers.put("AP75", ap75);
        numbers.put("APm", apMedium);
        numbers.put("APl", apLarge);
        numbers.put("AR", ar);
        numbers.put("AR50", ar50);
        numbers.put("AR75", ar75);
        numbers.put("ARm", arMedium);
        numbers.put("ARl", arLarge);
        return numbers;
    }
}
