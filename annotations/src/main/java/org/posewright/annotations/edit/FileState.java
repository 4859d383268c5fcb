package org.posewright.annotations.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.posewright.annotations.model.PersonInstance;

/**
 * The people of a picture as a label file held them at one time, under the ids of the session.
 *
 * @param saveStart sequence number of the save that wrote it; 0 for what was read first
 * @param rowIds session id → id that a reader of the file gives, for those that differ
 */
record FileState(long saveStart, List<PersonInstance> people, Map<Long, Long> rowIds) {

    FileState {
        people = List.copyOf(people);
        rowIds = Map.copyOf(rowIds);
    }

    static FileState asRead(List<PersonInstance> people) {
        return new FileState(0, people, Map.of());
    }

    /**
     * People written under the given ids.
     *
     * @param rows the reader's ids of {@code people}, in their order; empty when they are the same
     */
    static FileState written(long saveStart, List<PersonInstance> people, List<Long> rows) {
        Map<Long, Long> rowIds = new HashMap<>();
        for (int i = 0; i < Math.min(rows.size(), people.size()); i++) {
            long id = people.get(i).id();
            if (id != rows.get(i)) {
                rowIds.put(id, rows.get(i));
            }
        }
        return new FileState(saveStart, people, rowIds);
    }

    /** The reader's ids of {@link #people()}, in their order. */
    List<Long> rows() {
        return people.stream()
                .map(person -> rowIds.getOrDefault(person.id(), person.id()))
                .toList();
    }

    /**
     * The state of the file when a reader now finds these people: rows that were known keep their people's ids, and their people where
     * nothing but the rounding of the text differs.
     */
    FileState found(List<PersonInstance> read, LongSupplier newIds) {
        Map<Long, Long> sessionIds = new HashMap<>();
        people.forEach(person -> sessionIds.put(rowIds.getOrDefault(person.id(), person.id()), person.id()));
        Map<Long, PersonInstance> before = new HashMap<>();
        people.forEach(person -> before.put(person.id(), person));
        Set<Long> taken = new HashSet<>(sessionIds.values());
        List<PersonInstance> named = new ArrayList<>();
        for (PersonInstance person : read) {
            Long known = sessionIds.get(person.id());
            if (known == null) {
                known = taken.contains(person.id()) ? newIds.getAsLong() : person.id();
            }
            PersonInstance now = person.withId(known);
            PersonInstance old = before.get(known);
            named.add(old != null && LabelEquality.sameButForRounding(old, now) ? old : now);
        }
        return written(saveStart, named, read.stream().map(PersonInstance::id).toList());
    }
}
