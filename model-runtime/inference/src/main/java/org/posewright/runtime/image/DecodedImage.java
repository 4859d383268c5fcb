package org.posewright.runtime.image;

import java.util.Optional;
import org.posewright.annotations.model.Finding;

/**
 * A picture with what was odd about its file.
 *
 * @param finding such as a JPEG that ends early and was filled up
 */
public record DecodedImage(ImageFrame frame, Optional<Finding> finding) {}
