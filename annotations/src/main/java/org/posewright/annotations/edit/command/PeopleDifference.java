package org.posewright.annotations.edit.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.posewright.annotations.model.PersonInstance;

/** Finds which people differ between two lists of one picture. People are told apart by id. */
final class PeopleDifference {

    private PeopleDifference() {}

    /**
     * Changes that turn {@code before} into {@code after}. A person who moved within the order counts as removed and added, since
     * the order of the others is what positions are counted in.
     */
    static List<PersonChange> between(List<PersonInstance> before, List<PersonInstance> after) {
        Map<Long, Integer> beforePositions = positions(before);
        Map<Long, Integer> afterPositions = positions(after);
        Set<Long> kept = keptInOrder(beforePositions, after);
        List<PersonChange> changes = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            PersonInstance old = before.get(i);
            if (!kept.contains(old.id())) {
                changes.add(PersonChange.removed(i, old));
            } else {
                PersonInstance replacement = after.get(afterPositions.get(old.id()));
                if (!replacement.equals(old)) {
                    changes.add(PersonChange.changed(i, old, replacement));
                }
            }
        }
        for (int i = 0; i < after.size(); i++) {
            if (!kept.contains(after.get(i).id())) {
                changes.add(PersonChange.added(i, after.get(i)));
            }
        }
        return changes;
    }

    private static Map<Long, Integer> positions(List<PersonInstance> people) {
        Map<Long, Integer> positions = new HashMap<>();
        for (int i = 0; i < people.size(); i++) {
            if (positions.put(people.get(i).id(), i) != null) {
                throw new IllegalArgumentException(
                        "two people share the id " + people.get(i).id());
            }
        }
        return positions;
    }

    private static Set<Long> keptInOrder(Map<Long, Integer> beforePositions, List<PersonInstance> after) {
        Set<Long> kept = new HashSet<>();
        int last = -1;
        for (PersonInstance person : after) {
            Integer position = beforePositions.get(person.id());
            if (position != null && position > last) {
                kept.add(person.id());
                last = position;
            }
        }
        return kept;
    }
}
