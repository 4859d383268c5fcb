package org.posewright.app.canvas.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What commands act on.
 *
 * @param people ids, the primary person first
 * @param keypoint index into the primary person's points; negative for none
 * @param prediction index of a prediction of the scene that waits to be accepted; negative for none
 */
public record Selection(List<Long> people, int keypoint, int prediction) {

    public static final int NO_KEYPOINT = -1;
    private static final int NO_PREDICTION = -1;
    public static final Selection NONE = new Selection(List.of(), NO_KEYPOINT);

    public Selection {
        people = List.copyOf(people);
    }

    public Selection(List<Long> people, int keypoint) {
        this(people, keypoint, NO_PREDICTION);
    }

    public static Selection ofPrediction(int index) {
        return new Selection(List.of(), NO_KEYPOINT, index);
    }

    public boolean hasPrediction() {
        return prediction >= 0;
    }

    public static Selection ofPerson(long id) {
        return new Selection(List.of(id), NO_KEYPOINT);
    }

    public static Selection ofKeypoint(long id, int index) {
        return new Selection(List.of(id), index);
    }

    public Optional<Long> primary() {
        return people.stream().findFirst();
    }

    public boolean hasKeypoint() {
        return keypoint >= 0 && !people.isEmpty();
    }

    public boolean contains(long id) {
        return people.contains(id);
    }

    public boolean isPrimary(long id) {
        return !people.isEmpty() && people.get(0) == id;
    }

    /** Adds a person, or takes them out when they are in. */
    public Selection toggled(long id) {
        List<Long> changed = new ArrayList<>(people);
        if (!changed.remove(id)) {
            changed.add(0, id);
        }
        return new Selection(changed, NO_KEYPOINT);
    }
}
