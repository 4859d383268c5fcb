package org.posewright.annotations.edit.command;

/**
 * How far the work on a picture is.
 *
 * @param note what the person wrote about it; empty when nothing
 */
public record ImageStatus(ReviewState state, String note) {

    /** Nobody did anything to the picture yet. */
    public static final ImageStatus UNTOUCHED = new ImageStatus(ReviewState.UNTOUCHED, "");

    /** Somebody looked at it and found it right. */
    public static final ImageStatus REVIEWED = new ImageStatus(ReviewState.REVIEWED, "");

    /** The stages of work on a picture. */
    public enum ReviewState {
        UNTOUCHED,
        /** Its people were changed; follows from the edits and is never set by hand. */
        EDITED,
        REVIEWED,
        FLAGGED
    }

    public static ImageStatus flagged(String note) {
        return new ImageStatus(ReviewState.FLAGGED, note);
    }

    public ImageStatus withState(ReviewState newState) {
        return new ImageStatus(newState, note);
    }

    public ImageStatus withNote(String newNote) {
        return new ImageStatus(state, newNote);
    }
}
