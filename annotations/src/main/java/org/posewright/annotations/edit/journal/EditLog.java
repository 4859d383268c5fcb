package org.posewright.annotations.edit.journal;

import java.util.List;

/** Where committed entries go before they are acknowledged. Implementations are thread-safe. */
public interface EditLog {

    /**
     * Adds entries, all or none, and returns when they are safe on disk.
     *
     * @return the sequence number of the last one
     * @throws JournalException if they could not be made safe; none of them counts then
     */
    long append(List<JournalEntry> entries) throws JournalException;
}
