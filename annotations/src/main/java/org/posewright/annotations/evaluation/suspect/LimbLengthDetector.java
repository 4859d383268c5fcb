package org.posewright.annotations.evaluation.suspect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton;

/** Finds displaced joints: those whose limbs are all longer than such limbs are in this dataset. */
final class LimbLengthDetector implements SuspectDetector {

    private static final double TOLERANCE = 1.15;
    /** Boxes go around what can be seen: of a body with fewer of its points the box tells no size to measure limbs by. */
    private static final double LEAST_SHARE_LABELED = 0.6;
    /** More long limbs than that are an unusual pose or a box around a part, not a mistake. */
    private static final int MOST_JOINTS = 2;

    private final Skeleton skeleton;
    private final LimbStatistics statistics;

    LimbLengthDetector(Skeleton skeleton, LimbStatistics statistics) {
        this.skeleton = skeleton;
        this.statistics = statistics;
    }

    @Override
    public void inspect(ImageRecord image, Consumer<LabelSuspect> sink) {
        for (PersonInstance person : image.people()) {
            boolean whole = person.keypoints().labeledCount() >= LEAST_SHARE_LABELED * skeleton.size();
            if (whole && !person.crowd()) {
                inspect(image, person, sink);
            }
        }
    }

    private void inspect(ImageRecord image, PersonInstance person, Consumer<LabelSuspect> sink) {
        List<LabelSuspect> found = new ArrayList<>();
        for (int k = 0; k < skeleton.size(); k++) {
            double leastExcess = statistics.leastExcess(person, k, skeleton) / TOLERANCE;
            if (leastExcess > 1) {
                found.add(LabelSuspect.ofPerson(
                        image.key(), SuspectKind.JOINT_DISPLACED, person.id(), List.of(k), 1 - 0.5 / leastExcess));
            }
        }
        if (found.size() <= MOST_JOINTS) {
            found.forEach(sink);
        }
    }
}
