package org.posewright.annotations.edit;

import java.util.List;
import org.posewright.annotations.edit.journal.LabelVersion;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.PersonInstance;

/** Somebody else changed the labels of a picture on disk while it has edits that are not saved. */
public final class LabelConflict {

    private final ImageKey image;
    private final LabelVersion version;
    private final FileState fileBefore;
    private final List<PersonInstance> mine;
    private final FileState fileNow;

    LabelConflict(
            ImageKey image, LabelVersion version, FileState fileBefore, List<PersonInstance> mine, FileState fileNow) {
        this.image = image;
        this.version = version;
        this.fileBefore = fileBefore;
        this.mine = List.copyOf(mine);
        this.fileNow = fileNow;
    }

    public ImageKey image() {
        return image;
    }

    /** The file as it is now. */
    public LabelVersion version() {
        return version;
    }

    /** The people that the edits started from. */
    public List<PersonInstance> base() {
        return fileBefore.people();
    }

    /** The people with the edits; what the store shows until it is decided. */
    public List<PersonInstance> mine() {
        return mine;
    }

    /** The people as the file holds them now. */
    public List<PersonInstance> theirs() {
        return fileNow.people();
    }

    FileState fileNow() {
        return fileNow;
    }
}
