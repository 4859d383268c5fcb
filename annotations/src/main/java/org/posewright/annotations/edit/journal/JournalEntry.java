package org.posewright.annotations.edit.journal;

import java.util.List;
import org.posewright.annotations.edit.command.EditCommand;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.PersonInstance;

/** One line of the journal. */
public sealed interface JournalEntry {

    /** The people of a picture when its first edit was made, and the label file they were read from. */
    record Base(ImageKey image, LabelVersion version, List<PersonInstance> people) implements JournalEntry {
        public Base {
            people = List.copyOf(people);
        }
    }

    /**
     * A command was carried out.
     *
     * @param merged it continues the step of undo before it
     */
    record Done(EditCommand command, boolean merged) implements JournalEntry {}

    /** The last step was taken back. */
    record Undone() implements JournalEntry {}

    /** The last step that was taken back was done again. */
    record Redone() implements JournalEntry {}

    /** A save of these pictures began with their people as they stand at this entry. */
    record SaveStarted(List<ImageKey> images) implements JournalEntry {
        public SaveStarted {
            images = List.copyOf(images);
        }
    }

    /**
     * A label file is about to be replaced by one that holds the state at the start of the save.
     *
     * @param start sequence number of the {@link SaveStarted}
     * @param version of the file after the replacement
     * @param images the pictures whose people it changes
     */
    record FileWritten(long start, LabelVersion version, List<WrittenImage> images) implements JournalEntry {
        public FileWritten {
            images = List.copyOf(images);
        }
    }

    /**
     * A label file was found to hold something else than this program left there, and the person at the screen knows.
     *
     * @param people what it holds, under the ids of the session
     * @param rowIds the ids that a reader of the file gives to them, in their order; empty when they are the same
     */
    record Found(ImageKey image, LabelVersion version, List<PersonInstance> people, List<Long> rowIds)
            implements JournalEntry {
        public Found {
            people = List.copyOf(people);
            rowIds = List.copyOf(rowIds);
        }
    }

    /** All files of the save that began at {@code start} are in place. */
    record SaveFinished(long start) implements JournalEntry {}

    /**
     * How a reader will number the people of a picture.
     *
     * @param rowIds the ids that a reader of the file gives to the people at the start of the save, in their order; empty when it
     *     gives them the ids they have
     */
    record WrittenImage(ImageKey image, List<Long> rowIds) {
        public WrittenImage {
            rowIds = List.copyOf(rowIds);
        }
    }
}
