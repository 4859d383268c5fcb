package org.posewright.annotations.edit;

import org.posewright.annotations.edit.journal.LabelVersion;
import org.posewright.annotations.model.ImageKey;

/** Tells which content of which label file the people of a picture were read from or last written to. */
@FunctionalInterface
public interface LabelVersions {

    /** {@link LabelVersion#NONE} when nothing is known. */
    LabelVersion of(ImageKey image);
}
