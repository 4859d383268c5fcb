package org.posewright.annotations.edit.command;

import java.util.Optional;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.Keypoint;

/** Remembers where points were before their label was taken away (v = 0), so that giving it back does not lose the place. */
@FunctionalInterface
public interface PointMemory {

    /** The last labelled state of a point that is unlabelled now; empty when it never had one in this session. */
    Optional<Keypoint> lastLabeled(ImageKey image, long personId, int keypointIndex);
}
