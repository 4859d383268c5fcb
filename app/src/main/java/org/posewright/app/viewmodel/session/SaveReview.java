package org.posewright.app.viewmodel.session;

import java.util.Optional;
import org.posewright.annotations.edit.LabelConflict;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.save.SaveOutcome;
import org.posewright.annotations.save.SavePlan;

/** Shows the person what a save would do, what stands against it, and how it ended. */
public interface SaveReview {

    /** Whose labels count when both the file and the screen have changed. */
    enum Choice {
        MINE,
        THEIRS
    }

    /** Whether to write what the plan says. */
    boolean confirm(SavePlan plan, Skeleton skeleton);

    /** Empty leaves the question open. */
    Optional<Choice> decide(LabelConflict conflict, Skeleton skeleton);

    /** Called when not everything went as planned. */
    void tell(SaveOutcome outcome);

    /** Nothing is written because it is still open whose labels count for these pictures. */
    void undecided(int pictures);

    /** There is nothing to write. */
    void nothingToSave();
}
