package org.posewright.runtime;

import java.util.ArrayList;
import java.util.List;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.runtime.image.ImageFrame;

/**
 * Runs a sample through two sessions of one model, the processor's and another device's, and says how far their answers lie apart.
 */
public final class ParityCheck {

    /** Boxes of the two sessions that overlap at least so much are the same person. */
    private static final double SAME_PERSON_IOU = 0.5;

    private final PoseModel reference;
    private final PoseModel other;

    /**
     * @param reference on the processor
     * @param other on the device in question
     */
    public ParityCheck(PoseModel reference, PoseModel other) {
        this.reference = reference;
        this.other = other;
    }

    /**
     * @param people matched people
     * @param unmatched people that only one of the two sees
     * @param boxPixels largest distance of a box edge, in pixels of the picture
     * @param keypointPixels largest distance of a keypoint coordinate, in pixels of the picture
     * @param score largest difference of a score or keypoint confidence
     */
    public record Difference(int people, int unmatched, double boxPixels, double keypointPixels, double score) {

        static final Difference NONE = new Difference(0, 0, 0, 0, 0);

        /** All people of several comparisons, and the largest of their distances. */
        public static Difference largest(List<Difference> differences) {
            return differences.stream().reduce(NONE, Difference::and);
        }

        Difference and(Difference more) {
            return new Difference(
                    people + more.people,
                    unmatched + more.unmatched,
                    Math.max(boxPixels, more.boxPixels),
                    Math.max(keypointPixels, more.keypointPixels),
                    Math.max(score, more.score));
        }

        /** Whether a person would see no difference: no one missing, less than a tenth of a pixel, a thousandth of score. */
        public boolean isNegligible() {
            return unmatched == 0 && boxPixels < 0.1 && keypointPixels < 0.1 && score < 1e-3;
        }
    }

    /** Compares both sessions on every frame. */
    public Difference compare(List<ImageFrame> sample, InferenceOptions options, CancellationToken token) {
        Difference total = Difference.NONE;
        for (ImageFrame frame : sample) {
            token.throwIfCancelled();
            total = total.and(compare(reference.predict(frame, options, token), other.predict(frame, options, token)));
        }
        return total;
    }

    static Difference compare(List<PosePrediction> reference, List<PosePrediction> other) {
        List<PosePrediction> left = new ArrayList<>(other);
        Difference total = Difference.NONE;
        int alone = 0;
        for (PosePrediction person : reference) {
            PosePrediction best = null;
            for (PosePrediction candidate : left) {
                if (best == null
                        || person.box().iou(candidate.box()) > person.box().iou(best.box())) {
                    best = candidate;
                }
            }
            if (best == null || person.box().iou(best.box()) < SAME_PERSON_IOU) {
                alone++;
            } else {
                left.remove(best);
                total = total.and(difference(person, best));
            }
        }
        return total.and(new Difference(0, alone + left.size(), 0, 0, 0));
    }

    private static Difference difference(PosePrediction a, PosePrediction b) {
        double keypointPixels = 0;
        double score = Math.abs(a.score() - b.score());
        for (int i = 0; i < a.keypoints().size(); i++) {
            var p = a.keypoints().get(i);
            var q = b.keypoints().get(i);
            keypointPixels = Math.max(keypointPixels, Math.max(Math.abs(p.x() - q.x()), Math.abs(p.y() - q.y())));
            score = Math.max(score, Math.abs(p.confidence() - q.confidence()));
        }
        return new Difference(1, 0, edgeDistance(a.box(), b.box()), keypointPixels, score);
    }

    private static double edgeDistance(Box a, Box b) {
        double horizontal = Math.max(Math.abs(a.x() - b.x()), Math.abs(a.right() - b.right()));
        double vertical = Math.max(Math.abs(a.y() - b.y()), Math.abs(a.bottom() - b.bottom()));
        return Math.max(horizontal, vertical);
    }
}
