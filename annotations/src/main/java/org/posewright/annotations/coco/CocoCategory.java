package org.posewright.annotations.coco;

import java.util.List;
import org.posewright.annotations.model.Skeleton;

/**
 * An element of {@code categories}.
 *
 * @param keypointNames empty for categories without keypoints
 * @param limbs 0-based here, 1-based in the file
 */
public record CocoCategory(long id, String name, List<String> keypointNames, List<Skeleton.Limb> limbs) {

    public CocoCategory {
        keypointNames = List.copyOf(keypointNames);
        limbs = List.copyOf(limbs);
    }
}
