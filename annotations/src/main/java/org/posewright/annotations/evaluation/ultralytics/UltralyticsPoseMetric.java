package org.posewright.annotations.evaluation.ultralytics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.posewright.annotations.evaluation.DetectionBlock;
import org.posewright.annotations.evaluation.EvaluationAxes;
import org.posewright.annotations.evaluation.EvaluationInput;
import org.posewright.annotations.evaluation.GroundTruthBlock;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.work.CancellationToken;

/** Ultralytics' validation numbers from labels and predictions. Stateless; thread-safe. */
public final class UltralyticsPoseMetric {

    static final int MAX_DETECTIONS = 300;

    private final UltralyticsRule rule;
    private final LabelPolicy policy;
    private final float[] sigmas;

    public UltralyticsPoseMetric(UltralyticsRule rule, LabelPolicy policy, Skeleton skeleton) {
        this.rule = rule;
        this.policy = policy;
        sigmas = rule.sigmas(skeleton);
    }

    /**
     * @param input all pictures of the split, in pixels of the original pictures; a category is a class
     * @param sizes frames to clip to, for the 8.3 rule
     * @throws java.util.concurrent.CancellationException if the token says so
     */
    public UltralyticsSummary evaluate(EvaluationInput input, ImageSizes sizes, CancellationToken token) {
        List<ClassCurve> boxes = new ArrayList<>();
        List<ClassCurve> poses = new ArrayList<>();
        boolean anyRightBox = false;
        for (int c = 0; c < input.axes().categoryCount(); c++) {
            ClassTally tally = tally(input, c, sizes, token);
            anyRightBox |= Arrays.stream(tally.boxMasks).anyMatch(mask -> mask != 0);
            if (tally.people > 0) {
                boxes.add(new ClassCurve(tally.scores, tally.boxMasks, tally.people));
                poses.add(new ClassCurve(tally.scores, tally.poseMasks, tally.people));
            }
        }
        boolean nothing = rule.needsRightBox() && !anyRightBox;
        UltralyticsSummary.Numbers box = nothing ? UltralyticsSummary.Numbers.ZERO : ClassMeans.of(boxes, rule);
        UltralyticsSummary.Numbers pose = nothing ? UltralyticsSummary.Numbers.ZERO : ClassMeans.of(poses, rule);
        double fitness = rule.fitness(box.map50(), box.map()) + rule.fitness(pose.map50(), pose.map());
        return new UltralyticsSummary(rule, box, pose, fitness);
    }

    /**
     * The curves behind the numbers at the first threshold, one set for each class that occurs in the labels.
     *
     * @param input and {@code sizes} as for {@link #evaluate}
     */
    public UltralyticsCurves curves(EvaluationInput input, ImageSizes sizes, CancellationToken token) {
        List<UltralyticsCurves.OfClass> boxes = new ArrayList<>();
        List<UltralyticsCurves.OfClass> poses = new ArrayList<>();
        for (int c = 0; c < input.axes().categoryCount(); c++) {
            ClassTally tally = tally(input, c, sizes, token);
            if (tally.people > 0) {
                boxes.add(new ClassCurve(tally.scores, tally.boxMasks, tally.people).curves(c, rule));
                poses.add(new ClassCurve(tally.scores, tally.poseMasks, tally.people).curves(c, rule));
            }
        }
        return new UltralyticsCurves(boxes, poses);
    }

    /**
     * The confusion matrix of the boxes at IoU 0.45, over every class of the input.
     *
     * @param input and {@code sizes} as for {@link #evaluate}
     * @param confidence detections above it count; {@link ConfusionMatrix#DEFAULT_CONFIDENCE} is Ultralytics' choice
     */
    public ConfusionMatrix confusion(
            EvaluationInput input, ImageSizes sizes, double confidence, CancellationToken token) {
        ConfusionCount count =
                new ConfusionCount(policy, confidence, input.axes().categoryCount());
        for (int i = 0; i < input.axes().imageCount(); i++) {
            token.throwIfCancelled();
            count.add(input, i, rule.clipsToImage() ? sizes.of(i) : Optional.empty());
        }
        return count.matrix();
    }

    /** The detections of one class over all pictures, best score first. */
    private record ClassTally(double[] scores, int[] boxMasks, int[] poseMasks, int people) {}

    private ClassTally tally(EvaluationInput input, int category, ImageSizes sizes, CancellationToken token) {
        EvaluationAxes axes = input.axes();
        int people = 0;
        int count = 0;
        int[][] boxMasks = new int[axes.imageCount()][];
        int[][] poseMasks = new int[axes.imageCount()][];
        for (int i = 0; i < axes.imageCount(); i++) {
            token.throwIfCancelled();
            int block = axes.blockIndex(i, category);
            GroundTruthBlock labels = input.truth().block(block);
            int[] admitted = IntStream.range(0, labels.size())
                    .filter(person -> policy.admits(labels, person))
                    .toArray();
            Optional<ImageSize> frame = rule.clipsToImage() ? sizes.of(i) : Optional.empty();
            FramedPicture picture = new FramedPicture(labels, input.detections().block(block), MAX_DETECTIONS, frame);
            people += admitted.length;
            count += picture.detectionCount();
            boxMasks[i] = PairMatching.rightMasks(picture.boxOverlap(admitted), picture.detectionCount());
            poseMasks[i] = PairMatching.rightMasks(picture.poseOverlap(admitted, sigmas), picture.detectionCount());
        }
        return sorted(input, category, new ClassTally(new double[count], join(boxMasks), join(poseMasks), people));
    }

    private static ClassTally sorted(EvaluationInput input, int category, ClassTally tally) {
        EvaluationAxes axes = input.axes();
        double[] scores = tally.scores;
        int at = 0;
        for (int i = 0; i < axes.imageCount(); i++) {
            DetectionBlock detections = input.detections().block(axes.blockIndex(i, category));
            for (int d = 0; d < Math.min(MAX_DETECTIONS, detections.size()); d++) {
                scores[at++] = (float) detections.score(d);
            }
        }
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> Double.compare(scores[b], scores[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new ClassTally(
                IntStream.of(order).mapToDouble(i -> scores[i]).toArray(),
                IntStream.of(order).map(i -> tally.boxMasks[i]).toArray(),
                IntStream.of(order).map(i -> tally.poseMasks[i]).toArray(),
                tally.people);
    }

    private static int[] join(int[][] parts) {
        return Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray();
    }
}
