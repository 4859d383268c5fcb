package org.posewright.annotations.evaluation.ultralytics;

import java.util.Optional;
import org.posewright.annotations.model.ImageSize;

/** Sizes of the evaluated pictures; where one is unknown nothing is clipped. */
@FunctionalInterface
public interface ImageSizes {

    ImageSizes UNKNOWN = imageIndex -> Optional.empty();

    Optional<ImageSize> of(int imageIndex);
}
