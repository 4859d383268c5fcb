package org.posewright.annotations.edit;

import org.posewright.annotations.edit.journal.LabelVersion;
import org.posewright.annotations.model.ImageRecord;

/** A picture as a reader gives it, and the content of the label file that it was read from. */
public record LoadedLabels(ImageRecord record, LabelVersion version) {}
