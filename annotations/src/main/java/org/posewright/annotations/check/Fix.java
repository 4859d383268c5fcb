package org.posewright.annotations.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.posewright.annotations.edit.command.EditCommand;
import org.posewright.annotations.edit.command.EditRefusedException;
import org.posewright.annotations.edit.command.ReplacePeople;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Sentence;

/**
 * A mechanical repair of one person, to be applied as an edit.
 *
 * @param description what it does, in the imperative, for a button
 * @param before the person as read
 * @param after the person as repaired; empty when the person is to be deleted
 */
public record Fix(Sentence description, ImageKey image, PersonInstance before, Optional<PersonInstance> after) {

    /** How a repair stands to the labels of now. */
    public enum State {
        /** The person is still as the check saw it. */
        OPEN,
        /** The person is as the repair leaves it. */
        DONE,
        /** The person is neither; only another check can tell. */
        OUTDATED
    }

    /** Whether the repair is still to be made in a picture. */
    public State state(ImageRecord current) {
        Optional<PersonInstance> now = current.person(before.id());
        if (now.equals(Optional.of(before))) {
            return State.OPEN;
        }
        return now.equals(after) ? State.DONE : State.OUTDATED;
    }

    /**
     * The repair as an edit.
     *
     * @throws EditRefusedException if the person has changed since the check
     */
    public EditCommand command(ImageRecord current) {
        if (state(current) != State.OPEN) {
            throw new EditRefusedException("The labels of " + image + " have changed since the check; check again.");
        }
        return ReplacePeople.between(current, applied(current).people(), description.english());
    }

    /** The picture as the repair leaves it. */
    public ImageRecord applied(ImageRecord current) {
        List<PersonInstance> people = new ArrayList<>();
        for (PersonInstance person : current.people()) {
            if (person.id() != before.id()) {
                people.add(person);
            } else {
                after.ifPresent(people::add);
            }
        }
        return current.withPeople(people);
    }
}
