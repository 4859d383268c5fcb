package org.posewright.annotations.edit;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.posewright.annotations.edit.command.EditCommand;
import org.posewright.annotations.edit.command.EditRefusedException;
import org.posewright.annotations.edit.command.EditTarget;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.edit.journal.Journal;
import org.posewright.annotations.edit.journal.JournalEntry;
import org.posewright.annotations.edit.journal.JournalException;
import org.posewright.annotations.edit.journal.LabelVersion;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.PersonInstance;

/** Rebuilds history, people and status from the entries of a journal, without the pictures being loaded. */
final class JournalReplay implements Journal.Replay, EditTarget {

    private static final ImageSize ANY_SIZE = new ImageSize(1, 1);

    private final Map<ImageKey, ReplayedImage> images = new LinkedHashMap<>();
    private final HistoryState history = new HistoryState();
    private final Map<Long, SaveInProgress> saves = new HashMap<>();
    private final Map<LabelVersion, Long> saveOfVersion = new HashMap<>();
    private final Map<Long, Set<String>> unfinishedFiles = new HashMap<>();
    private long highestPersonId;

    /** The people of a save's pictures as they stood at its start, and the step that came last. */
    private record SaveInProgress(Map<ImageKey, List<PersonInstance>> people, Optional<EditCommand> top) {}

    HistoryState history() {
        return history;
    }

    Set<ImageKey> images() {
        return images.keySet();
    }

    Optional<ReplayedImage> find(ImageKey key) {
        return Optional.ofNullable(images.get(key));
    }

    long highestPersonId() {
        return highestPersonId;
    }

    /** Label files of saves that did not come to their end. */
    Set<String> unfinishedFiles() {
        Set<String> files = new HashSet<>();
        unfinishedFiles.values().forEach(files::addAll);
        return files;
    }

    /** The save after which a label file had this content. */
    OptionalLong saveOf(LabelVersion version) {
        Long start = saveOfVersion.get(version);
        return start == null ? OptionalLong.empty() : OptionalLong.of(start);
    }

    @Override
    public void entry(long sequence, JournalEntry entry) throws JournalException {
        try {
            replay(sequence, entry);
        } catch (EditRefusedException | IllegalStateException | IndexOutOfBoundsException e) {
            throw new JournalException(
                    "Entry " + sequence + " of the journal does not follow from those before it (" + e.getMessage()
                            + "); move the journal away to open the dataset without its edits.",
                    e);
        }
    }

    private void replay(long sequence, JournalEntry entry) {
        if (entry instanceof JournalEntry.Base base) {
            slot(base.image()).begin(base);
            history.based.add(base.image());
            base.people().forEach(this::noteId);
        } else if (entry instanceof JournalEntry.Done done) {
            done.command().apply(this);
            count(done.command(), done.merged() ? 0 : 1);
            history.done(done.command(), done.merged());
        } else if (entry instanceof JournalEntry.Undone) {
            EditCommand command = history.top().orElseThrow(() -> new IllegalStateException("nothing to undo"));
            command.inverse().apply(this);
            count(command, -1);
            history.undone();
        } else if (entry instanceof JournalEntry.Redone) {
            EditCommand command = history.redo.get(history.redo.size() - 1);
            command.apply(this);
            count(command, 1);
            history.redone();
        } else {
            replaySave(sequence, entry);
        }
    }

    private void replaySave(long sequence, JournalEntry entry) {
        if (entry instanceof JournalEntry.SaveStarted started) {
            Map<ImageKey, List<PersonInstance>> people = new HashMap<>();
            for (ImageKey key : started.images()) {
                people.put(key, slot(key).people);
            }
            saves.put(sequence, new SaveInProgress(people, history.top()));
        } else if (entry instanceof JournalEntry.FileWritten written) {
            noteVersion(written.version(), written.start());
            unfinishedFiles
                    .computeIfAbsent(written.start(), start -> new HashSet<>())
                    .add(written.version().file());
            for (JournalEntry.WrittenImage image : written.images()) {
                List<PersonInstance> people = save(written.start()).people().getOrDefault(image.image(), List.of());
                slot(image.image()).written(written.start(), people, image.rowIds());
            }
        } else if (entry instanceof JournalEntry.Found found) {
            noteVersion(found.version(), sequence);
            slot(found.image()).written(sequence, found.people(), found.rowIds());
            slot(found.image()).finished(sequence);
            found.people().forEach(this::noteId);
        } else if (entry instanceof JournalEntry.SaveFinished finished) {
            SaveInProgress save = save(finished.start());
            save.people().keySet().forEach(key -> slot(key).finished(finished.start()));
            history.markSaved(save.top());
            unfinishedFiles.remove(finished.start());
        }
    }

    private void noteVersion(LabelVersion version, long saveStart) {
        if (!version.equals(LabelVersion.NONE)) {
            saveOfVersion.put(version, saveStart);
        }
    }

    private SaveInProgress save(long start) {
        SaveInProgress save = saves.get(start);
        if (save == null) {
            throw new IllegalStateException("no save began at entry " + start);
        }
        return save;
    }

    private void count(EditCommand command, int more) {
        command.imagesWithPeopleChanged().forEach(key -> slot(key).edits += more);
    }

    private ReplayedImage slot(ImageKey key) {
        return images.computeIfAbsent(key, added -> new ReplayedImage());
    }

    private void noteId(PersonInstance person) {
        highestPersonId = Math.max(highestPersonId, person.id());
    }

    /** A record with the people of the journal; what else there is to know of the picture no command looks at. */
    @Override
    public ImageRecord image(ImageKey key) {
        return new ImageRecord(key, Path.of(""), "", ANY_SIZE, OptionalLong.empty(), slot(key).people);
    }

    @Override
    public void replacePeople(ImageKey key, List<PersonInstance> people) {
        slot(key).people = List.copyOf(people);
        people.forEach(this::noteId);
    }

    @Override
    public void changeStatus(ImageKey key, ImageStatus status) {
        slot(key).status = status;
    }
}
