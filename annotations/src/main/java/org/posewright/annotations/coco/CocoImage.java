package org.posewright.annotations.coco;

import java.util.Optional;
import org.posewright.annotations.model.ImageSize;

/**
 * An element of {@code images}.
 *
 * @param fileName as the file gives it: relative to the folder of pictures, possibly with sub-folders
 * @param size empty where the file states none or nonsense; it is then in the picture
 */
public record CocoImage(long id, String fileName, Optional<ImageSize> size) {}
