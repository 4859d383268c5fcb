package org.posewright.annotations.yolo;

import java.nio.file.Path;
import org.posewright.annotations.model.ImageKey;

/** A label file and the picture it belongs to. */
public record LabelPlace(Path labelFile, ImageKey image) {}
