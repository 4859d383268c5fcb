package org.posewright.annotations.evaluation.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.posewright.annotations.model.Skeleton;

/**
 * How far people move each joint when they correct labels, in COCO's measure: the root mean square of distance over the square root of
 * the person's area, which is what COCO's sigmas are for people who label twice.
 */
public record HumanNoise(List<Joint> joints) {

    /**
     * The spread of one joint.
     *
     * @param movedCount points that were moved
     * @param spreadOfMoved over the moved points alone: nobody moves what is right; NaN where there are none
     * @param cocoSigma the sigma that OKS uses for this joint
     */
    public record Joint(int keypoint, long movedCount, double spreadOfMoved, double cocoSigma) {}

    public HumanNoise {
        joints = List.copyOf(joints);
    }

    /** Measures corrections; those of joints that the skeleton lacks take no part. */
    public static HumanNoise of(Collection<List<JointCorrection>> corrections, Skeleton skeleton) {
        long[] counts = new long[skeleton.size()];
        double[] sums = new double[skeleton.size()];
        for (List<JointCorrection> ofOnePicture : corrections) {
            for (JointCorrection one : ofOnePicture) {
                if (one.keypoint() < counts.length) {
                    counts[one.keypoint()]++;
                    sums[one.keypoint()] += one.squaredRelativeDistance();
                }
            }
        }
        List<Joint> joints = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            double spread = counts[k] == 0 ? Double.NaN : Math.sqrt(sums[k] / counts[k]);
            joints.add(new Joint(k, counts[k], spread, skeleton.sigmas().get(k)));
        }
        return new HumanNoise(joints);
    }
}
