package org.posewright.annotations.evaluation.ultralytics;

import org.posewright.annotations.evaluation.GroundTruthBlock;

/** Which people of a dataset count as YOLO labels. Crowds never do. */
public enum LabelPolicy {
    /** Everybody, as {@code convert_coco} writes: people without labelled points can only be missed by the pose metric. */
    EVERYBODY,
    /** People with at least one labelled point, as in the label archive that the published figures use. */
    WITH_KEYPOINTS;

    boolean admits(GroundTruthBlock people, int person) {
        return !people.isCrowd(person) && (this == EVERYBODY || people.labeledCount(person) > 0);
    }
}
