package org.posewright.annotations.evaluation.compare;

import java.util.List;

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
}
