package org.posewright.annotations.save;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.posewright.annotations.coco.CocoEdits;
import org.posewright.annotations.coco.CocoFile;
import org.posewright.annotations.edit.journal.JournalEntry.WrittenImage;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.source.ImageOrigin.CocoImage;

/**
 * The ids of people in an annotation file: those it has, and for added people their own where the file never used it.
 *
 * @param people to write, under these ids, by id of the image
 * @param byImage session id → id in the file, for all people to write
 */
record FileIds(Map<Long, List<PersonInstance>> people, Map<ImageKey, Map<Long, Long>> byImage) {

    static FileIds of(CocoFile file, List<PlannedImage> images) {
        Map<Long, List<PersonInstance>> people = new LinkedHashMap<>();
        Map<ImageKey, Map<Long, Long>> byImage = new HashMap<>();
        Set<Long> taken = idsOf(file);
        long next = Math.max(file.nextPersonId(), highestSessionId(images) + 1);
        for (PlannedImage image : images) {
            Map<Long, Long> ids = new HashMap<>();
            image.labels()
                    .inFile()
                    .forEach(person -> ids.put(person.id(), image.labels().readerId(person.id())));
            for (PersonInstance person : image.labels().current().people()) {
                if (!ids.containsKey(person.id())) {
                    boolean free = taken.add(person.id());
                    ids.put(person.id(), free ? person.id() : next++);
                }
            }
            byImage.put(image.key(), ids);
            people.put(imageId(image), CocoFiles.underFileIds(image, ids));
        }
        return new FileIds(people, byImage);
    }

    private static Set<Long> idsOf(CocoFile file) {
        Set<Long> ids = new HashSet<>();
        file.images().forEach(image -> file.people(image.id()).forEach(person -> ids.add(person.id())));
        return ids;
    }

    private static long highestSessionId(List<PlannedImage> images) {
        return images.stream()
                .flatMap(image -> image.labels().current().people().stream())
                .mapToLong(PersonInstance::id)
                .max()
                .orElse(0);
    }

    private static long imageId(PlannedImage image) {
        return ((CocoImage) image.origin()).imageId().orElseThrow();
    }

    /** How a reader will number the people, given the ids that added ones really got. */
    List<WrittenImage> written(CocoEdits edits, List<PlannedImage> images) {
        Map<Long, Long> given = new HashMap<>();
        edits.added().forEach(one -> given.put(one.person().id(), one.annotationId()));
        return images.stream()
                .map(image -> new WrittenImage(
                        image.key(),
                        image.labels().current().people().stream()
                                .map(person -> byImage.get(image.key()).get(person.id()))
                                .map(id -> given.getOrDefault(id, id))
                                .toList()))
                .toList();
    }
}
