package org.posewright.annotations.evaluation.suspect;

import java.util.Arrays;
import java.util.List;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton;

/** How long limbs are in a dataset, as shares of the longer side of the person's box or points, whichever is longer. Immutable. */
public final class LimbStatistics {

    private static final int MOST_PEOPLE = 20_000;
    private static final int LEAST_SAMPLES = 20;
    private static final double LONG_SHARE = 0.98;

    private final double[] longLimb;

    private LimbStatistics(double[] longLimb) {
        this.longLimb = longLimb;
    }

    /** Measures the first tens of thousands of people. */
    public static LimbStatistics of(List<ImageRecord> images, Skeleton skeleton) {
        int limbs = skeleton.limbs().size();
        double[][] samples = new double[limbs][64];
        int[] counts = new int[limbs];
        int people = 0;
        for (ImageRecord image : images) {
            for (PersonInstance person : image.people()) {
                if (people++ < MOST_PEOPLE) {
                    for (int l = 0; l < limbs; l++) {
                        double share = share(person, skeleton.limbs().get(l));
                        if (!Double.isNaN(share)) {
                            if (counts[l] == samples[l].length) {
                                samples[l] = Arrays.copyOf(samples[l], 2 * counts[l]);
                            }
                            samples[l][counts[l]++] = share;
                        }
                    }
                }
            }
        }
        double[] longLimb = new double[limbs];
        for (int l = 0; l < limbs; l++) {
            longLimb[l] = quantile(Arrays.copyOf(samples[l], counts[l]));
        }
        return new LimbStatistics(longLimb);
    }

    private static double quantile(double[] shares) {
        if (shares.length < LEAST_SAMPLES) {
            return Double.POSITIVE_INFINITY;
        }
        Arrays.sort(shares);
        double median = shares[shares.length / 2];
        double high = shares[(int) (LONG_SHARE * (shares.length - 1))];
        // The highest shares of a small set may be the mistakes themselves.
        return Math.min(high, 2.5 * median);
    }

    /** Length of a limb over the size of the person; NaN when an end has no label or the person has no size. */
    static double share(PersonInstance person, Skeleton.Limb limb) {
        Keypoints points = person.keypoints();
        double side = side(person);
        if (!points.isLabeled(limb.from()) || !points.isLabeled(limb.to()) || side <= 0) {
            return Double.NaN;
        }
        return Math.hypot(points.x(limb.from()) - points.x(limb.to()), points.y(limb.from()) - points.y(limb.to()))
                / side;
    }

    private static double side(PersonInstance person) {
        double ofBox = Math.max(person.box().width(), person.box().height());
        return person.keypoints()
                .labeledExtent()
                .map(extent -> Math.max(ofBox, Math.max(extent.width(), extent.height())))
                .orElse(ofBox);
    }

    /**
     * How much longer a joint's limbs are than nearly all of this dataset: the least of its limbs' ratios, above 1 when all of them are
     * long; 0 when nothing can be said.
     */
    double leastExcess(PersonInstance person, int keypoint, Skeleton skeleton) {
        double least = Double.POSITIVE_INFINITY;
        for (int l = 0; l < longLimb.length; l++) {
            Skeleton.Limb limb = skeleton.limbs().get(l);
            double share = share(person, limb);
            if ((limb.from() == keypoint || limb.to() == keypoint) && !Double.isNaN(share)) {
                least = Math.min(least, share / longLimb[l]);
            }
        }
        return Double.isInfinite(least) ? 0 : least;
    }
}
