package org.posewright.runtime.image;

import org.opencv.core.Core;

/** Loads the native OpenCV once, when the first picture is touched. */
final class OpenCv {

    static {
        OpenCvNatives.load();
        // Callers bring their own parallelism: many pictures at once. OpenCV's pool would only compete with the
        // session.
        Core.setNumThreads(1);
    }

    private OpenCv() {}

    /** Makes sure that the native library is there. */
    static void load() {
        // The static initialiser does the work.
    }
}
