package org.posewright.app.canvas.gesture;

/** The pointer at one moment, in view units and image pixels. */
public record Pointer(
        double viewX, double viewY, double imageX, double imageY, Button button, boolean shift, boolean alternate) {

    /** Which button began the gesture. */
    public enum Button {
        PRIMARY,
        MIDDLE,
        SECONDARY,
        NONE
    }
}
