package org.posewright.annotations.evaluation.suspect;

import java.util.function.Consumer;
import org.posewright.annotations.model.ImageRecord;

/** Looks for one kind of mistake in the labels of a picture. Stateless; thread-safe. */
@FunctionalInterface
interface SuspectDetector {

    void inspect(ImageRecord image, Consumer<LabelSuspect> sink);
}
