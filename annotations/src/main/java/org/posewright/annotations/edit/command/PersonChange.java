package org.posewright.annotations.edit.command;

import java.util.Optional;
import org.posewright.annotations.model.PersonInstance;

/**
 * What happens to one person of a picture: changed (both values), added (only {@code after}) or removed (only {@code before}).
 *
 * @param position 0-based place among the people of the picture: in the list before for a removal, in the list after for an
 *     addition, without meaning for a change
 */
public record PersonChange(int position, Optional<PersonInstance> before, Optional<PersonInstance> after) {

    public PersonChange {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("a change needs a person before or after it");
        }
        if (before.isPresent()
                && after.isPresent()
                && before.get().id() != after.get().id()) {
            throw new IllegalArgumentException("a change keeps the id of its person: " + before + " -> " + after);
        }
    }

    public static PersonChange changed(int position, PersonInstance before, PersonInstance after) {
        return new PersonChange(position, Optional.of(before), Optional.of(after));
    }

    public static PersonChange added(int position, PersonInstance person) {
        return new PersonChange(position, Optional.empty(), Optional.of(person));
    }

    public static PersonChange removed(int position, PersonInstance person) {
        return new PersonChange(position, Optional.of(person), Optional.empty());
    }

    public boolean isAddition() {
        return before.isEmpty();
    }

    public boolean isRemoval() {
        return after.isEmpty();
    }

    public long personId() {
        return after.or(() -> before).orElseThrow().id();
    }

    PersonChange inverse() {
        return new PersonChange(position, after, before);
    }
}
