package org.posewright.annotations.work;

/** Hears how far long work has come. Called from any thread and as often as the work likes; the receiver thins out. */
@FunctionalInterface
public interface ProgressListener {

    /** A listener that does nothing. */
    ProgressListener NONE = (done, total, message) -> {};

    /**
     * @param done items finished so far
     * @param total items in all, or a negative number while it is unknown
     * @param message what is being done now, a short phrase for a person
     */
    void progress(long done, long total, String message);
}
