package org.posewright.annotations.edit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.edit.command.ImageStatus.ReviewState;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;

/** What the store knows of one picture. */
final class ImageSlot {

    final ImageKey key;
    final int position;

    @Nullable
    ImageRecord current;

    /** The people as the label file holds them, under the ids of the session. */
    List<PersonInstance> inFile = List.of();

    /** As set by the person; never EDITED, which follows from {@link #edits}. */
    private ImageStatus mark = ImageStatus.UNTOUCHED;

    private int edits;

    ImageSlot(ImageKey key, int position) {
        this.key = key;
        this.position = position;
    }

    ImageStatus status() {
        return mark.state() == ReviewState.UNTOUCHED && edits > 0 ? mark.withState(ReviewState.EDITED) : mark;
    }

    void setMark(ImageStatus status) {
        mark = status.state() == ReviewState.EDITED ? status.withState(ReviewState.UNTOUCHED) : status;
    }

    void countEdits(int more) {
        edits += more;
    }

    boolean isUnsaved() {
        return current != null && !LabelEquality.same(current.people(), inFile);
    }
}
