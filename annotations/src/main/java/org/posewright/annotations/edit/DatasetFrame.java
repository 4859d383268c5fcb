package org.posewright.annotations.edit;

import java.nio.file.Path;
import java.util.List;
import org.posewright.annotations.model.Skeleton;

/** What is true of a dataset as a whole while its pictures come and change. */
public record DatasetFrame(String name, Path root, Skeleton skeleton, List<String> categoryNames) {

    public DatasetFrame {
        categoryNames = List.copyOf(categoryNames);
    }
}
