package org.posewright.runtime.decode;

/** How a pose network lays out its answer. */
public enum OutputLayout {
    /** {@code [N, 4 + classes + K*D, anchors]}: centre boxes of every anchor, to be suppressed (YOLOv8, YOLO11). */
    RAW,
    /** {@code [N, rows, 6 + K*D]}: corner boxes in descending score, nothing to suppress (YOLO26, exports with NMS inside). */
    END_TO_END
}
