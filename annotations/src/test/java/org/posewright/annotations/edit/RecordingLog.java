package org.posewright.annotations.edit;

import java.util.ArrayList;
import java.util.List;
import org.posewright.annotations.edit.journal.EditLog;
import org.posewright.annotations.edit.journal.JournalEntry;
import org.posewright.annotations.edit.journal.JournalException;

/** A log in memory that can be told to fail. */
final class RecordingLog implements EditLog {

    final List<JournalEntry> entries = new ArrayList<>();
    boolean failing;

    @Override
    public long append(List<JournalEntry> added) throws JournalException {
        if (failing) {
            throw new JournalException("the disk is full");
        }
        entries.addAll(added);
        return entries.size();
    }
}
