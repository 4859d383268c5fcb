package org.posewright.annotations.edit;

import java.util.List;
import org.posewright.annotations.model.ImageKey;

/** What happened to the store: which pictures, and what about them. Sent once for all pictures of one event. */
public record StoreChange(Kind kind, List<ImageKey> images) {

    /** What can change about pictures. */
    public enum Kind {
        /** New keys at the end of the list; their records may come later. */
        LISTED,
        /** Records arrived, or were read anew, from the files. */
        LOADED,
        /** People were changed by an edit, an undo or a redo. */
        PEOPLE,
        /** Status or note changed. */
        STATUS,
        /** The labels were written to their files, or it was decided which version counts. */
        SAVED
    }

    public StoreChange {
        images = List.copyOf(images);
    }

    /** Hears of changes after they are complete, on the store's thread. It must not edit. */
    @FunctionalInterface
    public interface Listener {
        void changed(StoreChange change);
    }
}
