package org.posewright.annotations.edit;

import java.util.List;
import java.util.Map;
import org.posewright.annotations.edit.journal.LabelVersion;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;

/**
 * A picture whose labels are to be written.
 *
 * @param current with the people to write
 * @param inFile the people as the label file holds them, under the ids of the session
 * @param readerIds session id → id that a reader of the file gives, for those of {@code inFile} where they differ
 * @param version of the label file that {@code inFile} was read from or written to
 */
public record UnsavedImage(
        ImageRecord current, List<PersonInstance> inFile, Map<Long, Long> readerIds, LabelVersion version) {

    public UnsavedImage {
        inFile = List.copyOf(inFile);
        readerIds = Map.copyOf(readerIds);
    }

    /** The id that a reader of the file gives to a person that the file holds. */
    public long readerId(long personId) {
        return readerIds.getOrDefault(personId, personId);
    }
}
