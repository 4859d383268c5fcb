package org.posewright.annotations.model;

import java.nio.file.Path;
import java.util.List;

/**
 * An immutable snapshot of a dataset: what jobs, writers and evaluators work on.
 *
 * @param root folder that image keys are relative to
 * @param categoryNames index = {@link PersonInstance#categoryIndex()}
 * @param images in dataset order; keys are unique within a split
 */
public record Dataset(String name, Path root, Skeleton skeleton, List<String> categoryNames, List<ImageRecord> images) {

    public Dataset {
        categoryNames = List.copyOf(categoryNames);
        images = UnchangingList.of(images);
    }

    /** The images of one split, in order. */
    public List<ImageRecord> images(String split) {
        return images.stream().filter(image -> image.split().equals(split)).toList();
    }

    /** The splits that occur, in order of first appearance. */
    public List<String> splits() {
        return images.stream().map(ImageRecord::split).distinct().toList();
    }
}
