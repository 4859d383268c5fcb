package org.posewright.annotations.source;

import java.nio.file.Path;
import org.posewright.annotations.model.ImageKey;

/**
 * A picture of the list: known without opening it.
 *
 * @param file absolute; it may be missing
 * @param split "train", "val", "test" or whatever the dataset calls it
 */
public record ImageEntry(ImageKey key, Path file, String split) {}
