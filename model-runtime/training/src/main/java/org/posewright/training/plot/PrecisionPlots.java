package org.posewright.training.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.posewright.annotations.evaluation.ultralytics.UltralyticsCurves;
import org.posewright.training.augment.Picture;

/** Precision over recall, and precision, recall and F1 over confidence, at threshold 0.5. */
public final class PrecisionPlots {

    private static final double EPSILON = 1e-16;

    private PrecisionPlots() {}

    /**
     * @param prefix "Box" or "Pose"
     * @return pictures by file name, such as {@code BoxPR_curve.png}
     */
    public static Map<String, Picture> draw(
            String prefix, List<UltralyticsCurves.OfClass> classes, List<String> classNames) {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        List<CurvePlot.Curve> overRecall = new ArrayList<>();
        for (UltralyticsCurves.OfClass one : classes) {
            String name =
                    String.format(Locale.ROOT, "%s  AP50 %.3f", classNames.get(one.category()), one.averagePrecision());
            overRecall.add(new CurvePlot.Curve(name, prepended(0, one.recall()), prepended(1, one.precision())));
        }
        String title = prefix + ": precision over recall";
        pictures.put(prefix + "PR_curve.png", CurvePlot.draw(title, "recall", "precision", overRecall));
        put(pictures, prefix, "P", "precision", classes, classNames, UltralyticsCurves.OfClass::precisionByConfidence);
        put(pictures, prefix, "R", "recall", classes, classNames, UltralyticsCurves.OfClass::recallByConfidence);
        put(pictures, prefix, "F1", "F1", classes, classNames, PrecisionPlots::f1);
        return pictures;
    }

    private static void put(
            Map<String, Picture> pictures,
            String prefix,
            String shortName,
            String yLabel,
            List<UltralyticsCurves.OfClass> classes,
            List<String> classNames,
            Function<UltralyticsCurves.OfClass, double[]> values) {
        List<CurvePlot.Curve> curves = new ArrayList<>();
        for (UltralyticsCurves.OfClass one : classes) {
            double[] ys = values.apply(one);
            double[] xs = new double[ys.length];
            for (int i = 0; i < xs.length; i++) {
                xs[i] = i / (double) Math.max(1, xs.length - 1);
            }
            curves.add(new CurvePlot.Curve(classNames.get(one.category()), xs, ys));
        }
        String title = prefix + ": " + yLabel + " over confidence";
        pictures.put(prefix + shortName + "_curve.png", CurvePlot.draw(title, "confidence", yLabel, curves));
    }

    private static double[] f1(UltralyticsCurves.OfClass one) {
        double[] f1 = new double[one.precisionByConfidence().length];
        for (int i = 0; i < f1.length; i++) {
            double p = one.precisionByConfidence()[i];
            double r = one.recallByConfidence()[i];
            f1[i] = 2 * p * r / (p + r + EPSILON);
        }
        return f1;
    }

    private static double[] prepended(double first, double[] rest) {
        double[] all = new double[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }
}
