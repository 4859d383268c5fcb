package org.posewright.app.task;

/** Where work waits for its turn. One lane never holds up another. */
public enum Lane {
    /** Files: two threads, first come, first served. */
    IO,
    /** Small pictures: all cores but one, newest request first, because the newest is what the person looks at. */
    THUMBNAILS,
    /** Model sessions: one at a time; the session itself uses the cores. */
    INFERENCE
}
