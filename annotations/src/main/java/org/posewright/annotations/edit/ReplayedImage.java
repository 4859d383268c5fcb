package org.posewright.annotations.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.edit.journal.JournalEntry;
import org.posewright.annotations.edit.journal.LabelVersion;
import org.posewright.annotations.model.PersonInstance;

/** What the journal says about one picture. */
final class ReplayedImage {

    /** The label file that the base was read from; empty as long as only the status was changed. */
    Optional<LabelVersion> baseVersion = Optional.empty();

    /** With all edits. */
    List<PersonInstance> people = List.of();

    ImageStatus status = ImageStatus.UNTOUCHED;
    int edits;
    private final List<FileState> states = new ArrayList<>();
    private long lastFinishedSave;

    void begin(JournalEntry.Base base) {
        baseVersion = Optional.of(base.version());
        people = base.people();
        states.add(FileState.asRead(base.people()));
    }

    boolean hasPeople() {
        return baseVersion.isPresent();
    }

    void written(long saveStart, List<PersonInstance> peopleAtStart, List<Long> rowIds) {
        states.add(FileState.written(saveStart, peopleAtStart, rowIds));
    }

    void finished(long saveStart) {
        lastFinishedSave = Math.max(lastFinishedSave, saveStart);
    }

    /** What a file holds for this picture after a save and all before it. */
    FileState stateAfter(long saveStart) {
        FileState last = states.get(0);
        for (FileState state : states) {
            last = state.saveStart() <= saveStart ? state : last;
        }
        return last;
    }

    /** What the file must hold at least, as the save that wrote it came to its end. */
    FileState lastFinished() {
        return stateAfter(lastFinishedSave);
    }
}
