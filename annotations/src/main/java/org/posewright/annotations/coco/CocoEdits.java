package org.posewright.annotations.coco;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.posewright.annotations.model.PersonInstance;

/**
 * What a save of an annotation file has to do.
 *
 * @param changed people whose values may differ from the file's
 * @param added people that the file does not have, with the ids they get there
 * @param removed people that the file has and the program no longer
 */
public record CocoEdits(List<Changed> changed, List<Added> added, List<PersonInstance> removed) {

    /** One person before and after. */
    public record Changed(PersonInstance before, PersonInstance after) {}

    /**
     * A new person.
     *
     * @param annotationId id in the file: the person's own where no annotation has it, otherwise one above all
     */
    public record Added(long imageId, PersonInstance person, long annotationId) {}

    public CocoEdits {
        changed = List.copyOf(changed);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    public boolean isEmpty() {
        return changed.isEmpty() && added.isEmpty() && removed.isEmpty();
    }

    /**
     * Compares a file with what its people should be.
     *
     * @param peopleByImage all people of each image that may have changed; images that are not named stay as they are
     * @throws IllegalArgumentException if an image is not in the file
     */
    public static CocoEdits between(CocoFile file, Map<Long, List<PersonInstance>> peopleByImage) {
        List<Changed> changed = new ArrayList<>();
        List<Added> added = new ArrayList<>();
        List<PersonInstance> removed = new ArrayList<>();
        Set<Long> taken = new HashSet<>();
        file.peopleByImage().values().forEach(people -> people.forEach(person -> taken.add(person.id())));
        long next = nextId(file, peopleByImage);
        for (Map.Entry<Long, List<PersonInstance>> entry : peopleByImage.entrySet()) {
            long imageId = entry.getKey();
            if (file.image(imageId).isEmpty()) {
                throw new IllegalArgumentException("image " + imageId + " is not in " + file.file());
            }
            Map<Long, PersonInstance> before = new HashMap<>();
            file.people(imageId).forEach(person -> before.put(person.id(), person));
            for (PersonInstance person : entry.getValue()) {
                PersonInstance old = before.remove(person.id());
                if (old == null) {
                    boolean free = taken.add(person.id());
                    added.add(new Added(imageId, person, free ? person.id() : next++));
                } else if (!old.equals(person)) {
                    changed.add(new Changed(old, person));
                }
            }
            file.people(imageId).stream()
                    .filter(person -> before.containsKey(person.id()))
                    .forEach(removed::add);
        }
        return new CocoEdits(changed, added, removed);
    }

    private static long nextId(CocoFile file, Map<Long, List<PersonInstance>> peopleByImage) {
        long highest = peopleByImage.values().stream()
                .flatMap(List::stream)
                .mapToLong(PersonInstance::id)
                .max()
                .orElse(0);
        return Math.max(file.nextPersonId(), highest + 1);
    }
}
