package org.posewright.annotations.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A picture and the people labelled in it.
 *
 * @param file where the picture should be; it may be missing, which the dataset check reports
 * @param split "train", "val", "test" or whatever the dataset calls it
 * @param size of the frame the labels use
 * @param cocoId COCO's {@code images[].id}; empty for other formats
 * @param people in file order; people added in the program come last
 */
public record ImageRecord(
        ImageKey key, Path file, String split, ImageSize size, OptionalLong cocoId, List<PersonInstance> people) {

    public ImageRecord {
        people = List.copyOf(people);
    }

    public Optional<PersonInstance> person(long id) {
        return people.stream().filter(p -> p.id() == id).findFirst();
    }

    public ImageRecord withPeople(List<PersonInstance> newPeople) {
        return new ImageRecord(key, file, split, size, cocoId, newPeople);
    }
}
