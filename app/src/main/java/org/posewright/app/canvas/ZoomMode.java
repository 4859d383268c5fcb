package org.posewright.app.canvas;

/** What happens to the zoom when the picture or the window changes. */
public enum ZoomMode {
    /** The whole picture stays on the screen. */
    FIT,
    /** As the person left it. */
    FREE
}
