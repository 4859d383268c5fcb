package org.posewright.annotations.source;

/** How a dataset keeps its labels. */
public enum DatasetKind {
    /** Ultralytics YOLO-pose: one text file for each picture. */
    YOLO,
    /** COCO keypoints: one JSON file for a whole split. */
    COCO,
    /** Pictures without labels. */
    IMAGES_ONLY
}
