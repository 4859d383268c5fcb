package org.posewright.app.canvas.layer;

/** How skeletons are coloured. */
public enum Palette {
    /** The person's left and right in two colours that colour-blind people can tell apart. */
    SIDES,
    /** By body part, as Ultralytics draws them. */
    ULTRALYTICS,
    /** A rainbow over the points, as OpenPose draws them. */
    OPENPOSE,
    /** One colour for each person. */
    PERSON
}
