package org.posewright.annotations.evaluation.ultralytics;

import java.util.Arrays;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Skeletons;

/** Which version's arithmetic to follow. */
public enum UltralyticsRule {
    /** 8.3: clips to the picture, lets the precision curve fall linearly to (1, 0), sigmas COCO's or 1/K. */
    V8_3,
    /** 8.4: no clipping, the curve drops at the last recall, sigmas of the dataset. */
    V8_4;

    private static final double MAP50_WEIGHT_8_3 = 0.1;

    boolean clipsToImage() {
        return this == V8_3;
    }

    boolean dropsAtLastRecall() {
        return this == V8_4;
    }

    /** Without a right box anywhere 8.3 reports zeros for everything. */
    boolean needsRightBox() {
        return this == V8_3;
    }

    /** What one family of numbers (boxes or pose) adds to the fitness that picks the best checkpoint. */
    double fitness(double map50, double map) {
        return this == V8_3 ? MAP50_WEIGHT_8_3 * map50 + (1 - MAP50_WEIGHT_8_3) * map : map;
    }

    float[] sigmas(Skeleton skeleton) {
        int count = skeleton.size();
        float[] sigmas = new float[count];
        if (this == V8_4) {
            for (int k = 0; k < count; k++) {
                sigmas[k] = skeleton.sigmas().get(k).floatValue();
            }
            return sigmas;
        }
        if (count == Skeletons.COCO_PERSON.size() && skeleton.valuesPerKeypoint() == 3) {
            for (int k = 0; k < count; k++) {
                sigmas[k] = Skeletons.COCO_PERSON.sigmas().get(k).floatValue();
            }
            return sigmas;
        }
        Arrays.fill(sigmas, (float) (1.0 / count));
        return sigmas;
    }
}
