package org.posewright.annotations.evaluation.ultralytics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.posewright.annotations.evaluation.DetectionBlock;
import org.posewright.annotations.evaluation.EvaluationAxes;
import org.posewright.annotations.evaluation.EvaluationInput;
import org.posewright.annotations.evaluation.GroundTruthBlock;
import org.posewright.annotations.model.ImageSize;

/**
 * Fills a confusion matrix picture by picture. Classes play no part in who belongs to whom: every detection keeps the label it overlaps
 * most, every label then the detection left to it that overlaps it most; there is no second choice.
 */
final class ConfusionCount {

    private static final float LEAST_OVERLAP = 0.45f;

    private final LabelPolicy policy;
    private final double confidence;
    private final int[][] counts;

    ConfusionCount(LabelPolicy policy, double confidence, int classes) {
        this.policy = policy;
        this.confidence = confidence;
        counts = new int[classes + 1][classes + 1];
    }

    ConfusionMatrix matrix() {
        return new ConfusionMatrix(counts);
    }

    /** A box in corners and its class. */
    private record ClassBox(int category, float[] corners) {}

    void add(EvaluationInput input, int image, Optional<ImageSize> frame) {
        EvaluationAxes axes = input.axes();
        List<ClassBox> labels = new ArrayList<>();
        List<ClassBox> detections = new ArrayList<>();
        for (int c = 0; c < axes.categoryCount(); c++) {
            int block = axes.blockIndex(image, c);
            GroundTruthBlock people = input.truth().block(block);
            DetectionBlock found = input.detections().block(block);
            FramedPicture picture = new FramedPicture(people, found, UltralyticsPoseMetric.MAX_DETECTIONS, frame);
            for (int person = 0; person < people.size(); person++) {
                if (policy.admits(people, person)) {
                    labels.add(new ClassBox(c, picture.labelBox(person)));
                }
            }
            for (int d = 0; d < picture.detectionCount(); d++) {
                if ((float) found.score(d) > (float) confidence) {
                    detections.add(new ClassBox(c, picture.detectionBox(d)));
                }
            }
        }
        count(labels, detections);
    }

    private void count(List<ClassBox> labels, List<ClassBox> detections) {
        int background = counts.length - 1;
        int[] labelOf = new int[detections.size()];
        int[] detectionOf = new int[labels.size()];
        float[] overlapOf = new float[labels.size()];
        Arrays.fill(detectionOf, -1);
        for (int d = 0; d < labelOf.length; d++) {
            labelOf[d] = -1;
            float best = LEAST_OVERLAP;
            for (int g = 0; g < detectionOf.length; g++) {
                float overlap = FramedPicture.iou(labels.get(g).corners, detections.get(d).corners);
                if (overlap > best) {
                    best = overlap;
                    labelOf[d] = g;
                }
            }
            int label = labelOf[d];
            if (label >= 0 && best > overlapOf[label]) {
                overlapOf[label] = best;
                detectionOf[label] = d;
            }
        }
        for (int g = 0; g < detectionOf.length; g++) {
            int predicted = detectionOf[g] < 0 ? background : detections.get(detectionOf[g]).category;
            counts[predicted][labels.get(g).category]++;
        }
        for (int d = 0; d < labelOf.length; d++) {
            if (labelOf[d] < 0 || detectionOf[labelOf[d]] != d) {
                counts[detections.get(d).category][background]++;
            }
        }
    }
}
