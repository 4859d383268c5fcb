package org.posewright.annotations.evaluation.compare;

import java.util.ArrayList;
import java.util.List;
import org.posewright.annotations.evaluation.AreaRule;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton;

/**
 * How far people move each joint when they correct labels, in COCO's measure: the root mean square of distance over the square root of
 * the person's area, which is what COCO's sigmas are for people who label twice.
 */
public record HumanNoise(List<Joint> joints) {

    /**
     * One person before and after a person at the screen went over them.
     *
     * @param before as the label was
     * @param after as it is now
     */
    public record Correction(PersonInstance before, PersonInstance after) {}

    /**
     * The spread of one joint; NaN where there is no sample.
     *
     * @param comparedCount points labelled before and after
     * @param movedCount those that lie elsewhere now
     * @param spread over all compared points
     * @param spreadOfMoved over the moved points alone, which is larger: nobody moves what is right
     * @param cocoSigma the sigma that OKS uses for this joint
     */
    public record Joint(
            int keypoint, long comparedCount, long movedCount, double spread, double spreadOfMoved, double cocoSigma) {}

    public HumanNoise {
        joints = List.copyOf(joints);
    }

    /** Measures corrections; people without area take no part. */
    public static HumanNoise of(List<Correction> corrections, Skeleton skeleton, AreaRule areaRule) {
        List<Joint> joints = new ArrayList<>();
        for (int k = 0; k < skeleton.size(); k++) {
            joints.add(joint(corrections, k, areaRule, skeleton.sigmas().get(k)));
        }
        return new HumanNoise(joints);
    }

    private static Joint joint(List<Correction> corrections, int k, AreaRule areaRule, double sigma) {
        long compared = 0;
        long moved = 0;
        double sum = 0;
        for (Correction correction : corrections) {
            double area = areaRule.areaOf(correction.before).areaPixels();
            boolean both = correction.before.keypoints().isLabeled(k)
                    && correction.after.keypoints().isLabeled(k);
            if (both && area > 0) {
                double dx = correction.after.keypoints().x(k)
                        - correction.before.keypoints().x(k);
                double dy = correction.after.keypoints().y(k)
                        - correction.before.keypoints().y(k);
                double squared = dx * dx + dy * dy;
                compared++;
                moved += squared > 0 ? 1 : 0;
                sum += squared / area;
            }
        }
        double spread = compared == 0 ? Double.NaN : Math.sqrt(sum / compared);
        double spreadOfMoved = moved == 0 ? Double.NaN : Math.sqrt(sum / moved);
        return new Joint(k, compared, moved, spread, spreadOfMoved, sigma);
    }
}
