package org.posewright.app.task;

/** Where work waits for its turn. One lane never holds up another. */
public enum Lane {
    /** Files: two threads, first come, first served. */
    IO,
    /** The edit journal: one thread that nothing else uses, so that an edit never waits behind reading. */
    JOURNAL,
    /** Small pictures: all cores but one, newest request first, because the newest is what the person looks at. */
    THUMBNAILS,
    /** Model sessions: one at a time; the session itself uses the cores. */
    INFERENCE,
    /** Runs over many pictures that bring their own threads: one at a time, so that a single prediction need not wait for them. */
    BATCH,
    /** Downloads: one at a time, since each can take hours and all share one line. */
    NETWORK,
    /** Following child processes: each job has a thread of its own and mostly sleeps. */
    PROCESS
}
