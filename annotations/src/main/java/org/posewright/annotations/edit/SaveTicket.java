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
 * A save: what is to be written, as it stood when the ticket was made. No edit may be logged between that and the end of {@link #begin};
 * then the store may go on being edited, and those edits stay unsaved. Everything here but the making may happen on any one thread.
 */
public final class SaveTicket {

    private final List<UnsavedImage> images;
    private final Optional<EditCommand> top;
    private final EditLog log;
    private final List<WrittenFile> files = new ArrayList<>();
    private volatile long start;
    private volatile boolean finished;

    /** A label file that was written and how a reader will number people in it. */
    record WrittenFile(LabelVersion version, List<JournalEntry.WrittenImage> images) {}

    SaveTicket(List<UnsavedImage> images, Optional<EditCommand> top, EditLog log) {
        this.images = List.copyOf(images);
        this.top = top;
        this.log = log;
    }

    /** Says that the save begins; slow, as it waits for the disk. */
    public void begin() throws JournalException {
        start = log.append(List.of(new JournalEntry.SaveStarted(
                images.stream().map(image -> image.current().key()).toList())));
    }

    /** Says that all files are in place; slow, as it waits for the disk. */
    public void finish() throws JournalException {
        log.append(List.of(new JournalEntry.SaveFinished(start)));
        finished = true;
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

    boolean isFinished() {
        return finished;
    }

    Optional<EditCommand> top() {
        return top;
    }

    synchronized List<WrittenFile> files() {
        return List.copyOf(files);
    }
}
