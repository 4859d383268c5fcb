package org.posewright.annotations.evaluation;

import org.posewright.annotations.model.Skeleton;

/**
 * Object keypoint similarity between labelled people and detections, in the arithmetic of pycocotools 2.0 ({@code
 * COCOeval.computeOks}): fp64, the same order of operations, NumPy's order of summation. Stateless apart from the sigmas;
 * thread-safe.
 *
 * <p>A person with labelled points is compared point by point; the similarity is the mean of exp(-e) over the labelled points
 * with {@code e = d² / (2σ)² / (area + ulp) / 2}. A person without any labelled point is a region: {@code d} is then the distance
 * to the box enlarged by its own width and height on every side, and all points count.
 */
public final class Oks {

    /** {@code numpy.spacing(1)}, which keeps a zero area from dividing by zero. */
    static final double SPACING_OF_ONE = Math.ulp(1.0);

    /** exp(-e) is exactly zero from here on. */
    private static final double UNDERFLOW = 746;

    private final double[] variances;

    private Oks(double[] variances) {
        this.variances = variances;
    }

    public static Oks of(Skeleton skeleton) {
        return ofSigmas(skeleton.sigmas().stream().mapToDouble(s -> s).toArray());
    }

    /** From COCO's per-keypoint constants σ; the variances are (2σ)². */
    public static Oks ofSigmas(double[] sigmas) {
        double[] variances = new double[sigmas.length];
        for (int k = 0; k < sigmas.length; k++) {
            double doubled = sigmas[k] * 2;
            variances[k] = doubled * doubled;
        }
        return new Oks(variances);
    }

    public int keypointCount() {
        return variances.length;
    }

    /** (2σ)² of a keypoint. */
    public double variance(int keypoint) {
        return variances[keypoint];
    }

    /** Similarity of one detection and one person, in [0, 1]. */
    public double similarity(DetectionBlock detections, int detection, GroundTruthBlock people, int person) {
        return similarity(detections, detection, people, person, new double[variances.length]);
    }

    /** As above with a scratch array of one value for each keypoint, for callers that compute many. */
    double similarity(DetectionBlock detections, int detection, GroundTruthBlock people, int person, double[] scratch) {
        int used = people.labeledCount(person) > 0
                ? pointTerms(detections, detection, people, person, scratch)
                : regionTerms(detections, detection, people, person, scratch);
        return PairwiseSum.of(scratch, used) / used;
    }

    /**
     * The similarity of each keypoint, exp(-e); their mean over the counted points is the OKS.
     *
     * @return one value for each keypoint; NaN where the person has labelled points but not this one
     */
    public double[] terms(DetectionBlock detections, int detection, GroundTruthBlock people, int person) {
        int count = variances.length;
        double[] compact = new double[count];
        if (people.labeledCount(person) == 0) {
            regionTerms(detections, detection, people, person, compact);
            return compact;
        }
        pointTerms(detections, detection, people, person, compact);
        double[] terms = new double[count];
        int next = 0;
        for (int k = 0; k < count; k++) {
            terms[k] = people.isLabeled(person, k) ? compact[next++] : Double.NaN;
        }
        return terms;
    }

    /** exp(-e) of one pair of points {@code dx, dy} pixels apart for a person of the given area. */
    public double similarityOfPoints(double dx, double dy, int keypoint, double areaPixels) {
        return decay(exponent(dx, dy, variances[keypoint], areaPixels + SPACING_OF_ONE));
    }

    private int pointTerms(DetectionBlock d, int detection, GroundTruthBlock g, int person, double[] out) {
        int count = variances.length;
        double area = g.areas[person] + SPACING_OF_ONE;
        int labelAt = 2 * count * person;
        int pointAt = d.starts[detection];
        int step = d.step;
        int flagAt = count * person;
        int used = 0;
        for (int k = 0; k < count; k++) {
            if (g.labeled[flagAt + k]) {
                double dx = d.values[pointAt + step * k] - g.xy[labelAt + 2 * k];
                double dy = d.values[pointAt + step * k + 1] - g.xy[labelAt + 2 * k + 1];
                out[used++] = decay(exponent(dx, dy, variances[k], area));
            }
        }
        return used;
    }

    private int regionTerms(DetectionBlock d, int detection, GroundTruthBlock g, int person, double[] out) {
        int count = variances.length;
        double area = g.areas[person] + SPACING_OF_ONE;
        double boxX = g.boxes[4 * person];
        double boxY = g.boxes[4 * person + 1];
        double boxWidth = g.boxes[4 * person + 2];
        double boxHeight = g.boxes[4 * person + 3];
        double left = boxX - boxWidth;
        double right = boxX + boxWidth * 2;
        double top = boxY - boxHeight;
        double bottom = boxY + boxHeight * 2;
        int pointAt = d.starts[detection];
        int step = d.step;
        for (int k = 0; k < count; k++) {
            double x = d.values[pointAt + step * k];
            double y = d.values[pointAt + step * k + 1];
            double dx = Math.max(0, left - x) + Math.max(0, x - right);
            double dy = Math.max(0, top - y) + Math.max(0, y - bottom);
            out[k] = decay(exponent(dx, dy, variances[k], area));
        }
        return count;
    }

    /**
     * Whether the similarity is below a threshold for sure, found without a single exponential. Never true for a pair that
     * reaches it: the steps lie below 1 - exp(-e) and the margin is a million times the rounding error. Ends at the point that decides.
     */
    boolean isCertainlyBelow(
            double threshold, DetectionBlock d, int detection, GroundTruthBlock g, int person, double[] inverses) {
        int labeled = g.labeledCount(person);
        if (labeled == 0) {
            return false;
        }
        int count = variances.length;
        double inverseArea = 1 / (2 * (g.areas[person] + SPACING_OF_ONE));
        int labelAt = 2 * count * person;
        int pointAt = d.starts[detection];
        int step = d.step;
        int flagAt = count * person;
        double wanted = (threshold - 1e-6) * labeled;
        double bound = labeled;
        for (int k = 0; k < count; k++) {
            if (g.labeled[flagAt + k]) {
                double dx = d.values[pointAt + step * k] - g.xy[labelAt + 2 * k];
                double dy = d.values[pointAt + step * k + 1] - g.xy[labelAt + 2 * k + 1];
                bound -= stepBelow((dx * dx + dy * dy) * inverseArea * inverses[k]);
                if (bound < wanted) {
                    return true;
                }
            }
        }
        return false;
    }

    /** 1 / (2σ)² for {@link #isCertainlyBelow}. */
    double[] inverseVariances() {
        double[] inverses = new double[variances.length];
        for (int k = 0; k < inverses.length; k++) {
            inverses[k] = 1 / variances[k];
        }
        return inverses;
    }

    /** A step function that lies below 1 - exp(-e): what a point that far away costs at least. */
    private static double stepBelow(double e) {
        if (e >= 3) {
            return 0.95;
        }
        if (e >= 1) {
            return e >= 1.8 ? 0.83 : 0.63;
        }
        return e >= 0.4 ? 0.32 : 0;
    }

    private static double exponent(double dx, double dy, double variance, double area) {
        return (dx * dx + dy * dy) / variance / area / 2;
    }

    private static double decay(double exponent) {
        if (exponent == 0) {
            return 1;
        }
        return exponent > UNDERFLOW ? 0 : Math.exp(-exponent);
    }
}
