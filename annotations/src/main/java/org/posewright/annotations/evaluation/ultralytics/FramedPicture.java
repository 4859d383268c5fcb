package org.posewright.annotations.evaluation.ultralytics;

import java.util.Optional;
import org.posewright.annotations.evaluation.DetectionBlock;
import org.posewright.annotations.evaluation.GroundTruthBlock;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageSize;

/** Overlaps of the labels and detections of one picture and class in single precision, clipped to the picture where its size is given. */
final class FramedPicture {

    private static final float EPSILON = 1e-7f;
    private static final float SHARE_OF_BOX = 0.53f;

    private final GroundTruthBlock people;
    private final DetectionBlock detections;
    private final int detectionCount;
    private final float maxX;
    private final float maxY;
    private final boolean clip;

    FramedPicture(GroundTruthBlock people, DetectionBlock detections, int maxDetections, Optional<ImageSize> frame) {
        this.people = people;
        this.detections = detections;
        detectionCount = Math.min(maxDetections, detections.size());
        clip = frame.isPresent();
        maxX = frame.map(size -> (float) size.width()).orElse(0f);
        maxY = frame.map(size -> (float) size.height()).orElse(0f);
    }

    int detectionCount() {
        return detectionCount;
    }

    /** OKS of each admitted person [row] with each detection. */
    float[][] poseOverlap(int[] admitted, float[] sigmas) {
        float[][] overlap = new float[admitted.length][detectionCount];
        for (int row = 0; row < admitted.length; row++) {
            float[] box = labelBox(admitted[row]);
            float area = (box[2] - box[0]) * (box[3] - box[1]) * SHARE_OF_BOX;
            for (int d = 0; d < detectionCount; d++) {
                overlap[row][d] = similarity(admitted[row], d, area, sigmas);
            }
        }
        return overlap;
    }

    private float similarity(int person, int detection, float area, float[] sigmas) {
        float sum = 0;
        int counted = 0;
        for (int k = 0; k < sigmas.length; k++) {
            if (people.isLabeled(person, k)) {
                float dx = x(people.x(person, k)) - x(detections.x(detection, k));
                float dy = y(people.y(person, k)) - y(detections.y(detection, k));
                float doubled = 2 * sigmas[k];
                float e = (dx * dx + dy * dy) / (doubled * doubled * (area + EPSILON) * 2);
                sum += (float) Math.exp(-e);
                counted++;
            }
        }
        return sum / (counted + EPSILON);
    }

    /** Box IoU of each admitted person [row] with each detection. */
    float[][] boxOverlap(int[] admitted) {
        float[][] overlap = new float[admitted.length][detectionCount];
        for (int row = 0; row < admitted.length; row++) {
            float[] label = labelBox(admitted[row]);
            for (int d = 0; d < detectionCount; d++) {
                overlap[row][d] = iou(label, detectionBox(d));
            }
        }
        return overlap;
    }

    /** Overlap over union of two boxes given by left, top, right, bottom. */
    static float iou(float[] a, float[] b) {
        float width = Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0]));
        float height = Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));
        float overlap = width * height;
        float union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - overlap;
        return overlap / (union + EPSILON);
    }

    /** Left, top, right, bottom of a label. */
    float[] labelBox(int person) {
        return corners(
                new Box(people.boxX(person), people.boxY(person), people.boxWidth(person), people.boxHeight(person)));
    }

    /** Left, top, right, bottom of a detection. */
    float[] detectionBox(int detection) {
        return corners(detections.box(detection));
    }

    private float[] corners(Box box) {
        return new float[] {x(box.x()), y(box.y()), x(box.right()), y(box.bottom())};
    }

    private float x(double value) {
        return clip ? Math.min(maxX, Math.max(0, (float) value)) : (float) value;
    }

    private float y(double value) {
        return clip ? Math.min(maxY, Math.max(0, (float) value)) : (float) value;
    }
}
