package org.posewright.annotations.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.posewright.annotations.edit.command.EditCommand;
import org.posewright.annotations.edit.journal.EditLog;
import org.posewright.annotations.edit.journal.JournalEntry;
import org.posewright.annotations.edit.journal.JournalException;
import org.posewright.annotations.edit.journal.LabelVersion;

/**
 * A save under way: what is to be written, as it stood when the save began. {@link #writing} may be called on any one thread while the
 * store goes on being edited; those edits stay unsaved.
 */
public final class SaveTicket {

    private final long start;
    private final List<UnsavedImage> images;
    private final Optional<EditCommand> top;
    private final EditLog log;
    private final List<WrittenFile> files = new ArrayList<>();

    /** A label file that was written and how a reader will number people in it. */
    record WrittenFile(LabelVersion version, List<JournalEntry.WrittenImage> images) {}

    SaveTicket(long start, List<UnsavedImage> images, Optional<EditCommand> top, EditLog log) {
        this.start = start;
        this.images = List.copyOf(images);
        this.top = top;
        this.log = log;
    }

    /** What is to be written. */
    public List<UnsavedImage> images() {
        return images;
    }

    /**
     * Says that a label file is about to be replaced by one of the given content, and returns when that is on disk: whenever the
     * program ends, the next session knows both contents.
     *
     * @param written the pictures whose people change; their {@code rowIds} follow the people of {@link #images()}
     */
    public void writing(LabelVersion version, List<JournalEntry.WrittenImage> written) throws JournalException {
        log.append(List.of(new JournalEntry.FileWritten(start, version, written)));
    }

    /** Says that the file announced with {@link #writing} is in place. */
    public synchronized void written(LabelVersion version, List<JournalEntry.WrittenImage> written) {
        files.add(new WrittenFile(version, written));
    }

    long start() {
        return start;
    }

    Optional<EditCommand> top() {
        return top;
    }

    synchronized List<WrittenFile> files() {
        return List.copyOf(files);
    }
}
