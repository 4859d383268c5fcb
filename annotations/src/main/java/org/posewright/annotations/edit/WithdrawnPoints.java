package org.posewright.annotations.edit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.posewright.annotations.edit.command.PointMemory;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.PersonInstance;

/** Remembers the last labelled state of each point that lost its label, whichever command took it. */
final class WithdrawnPoints implements PointMemory {

    private record PointName(ImageKey image, long personId, int index) {}

    private final Map<PointName, Keypoint> points = new HashMap<>();

    void note(ImageRecord before, List<PersonInstance> after) {
        for (PersonInstance person : after) {
            before.person(person.id()).filter(old -> old != person).ifPresent(old -> note(before.key(), old, person));
        }
    }

    private void note(ImageKey image, PersonInstance before, PersonInstance after) {
        int count = Math.min(before.keypoints().size(), after.keypoints().size());
        for (int i = 0; i < count; i++) {
            if (before.keypoints().isLabeled(i) && !after.keypoints().isLabeled(i)) {
                points.put(
                        new PointName(image, after.id(), i), before.keypoints().get(i));
            }
        }
    }

    @Override
    public Optional<Keypoint> lastLabeled(ImageKey image, long personId, int keypointIndex) {
        return Optional.ofNullable(points.get(new PointName(image, personId, keypointIndex)));
    }
}
