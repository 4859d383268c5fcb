package org.posewright.annotations.edit;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.posewright.annotations.edit.command.EditRefusedException;
import org.posewright.annotations.edit.command.ReplacePeople;
import org.posewright.annotations.edit.journal.Journal;
import org.posewright.annotations.edit.journal.JournalEntry;
import org.posewright.annotations.edit.journal.JournalException;
import org.posewright.annotations.edit.journal.JournalIdentity;
import org.posewright.annotations.edit.journal.JournalLocation;
import org.posewright.annotations.edit.journal.LabelVersion;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;

/**
 * A dataset opened for editing: store, history and journal together. Pictures come in through {@link #loaded}, which lays the edits of
 * earlier sessions over what the files hold and notices files that somebody else changed.
 *
 * <p>{@link #open} reads files and belongs into a job, before anybody else knows the store; everything else belongs to the store's
 * thread.
 */
public final class EditSession implements AutoCloseable {

    private final DatasetStore store;
    private final Journal journal;
    private final JournalReplay replay;
    private final EditHistory history;
    private final FileLedger files;
    private final Map<ImageKey, LabelConflict> conflicts = new LinkedHashMap<>();
    private final Deque<LabelConflict> outsideChanges = new ArrayDeque<>();

    private EditSession(DatasetStore store, Journal journal, JournalReplay replay, InstantSource clock) {
        this.store = store;
        this.journal = journal;
        this.replay = replay;
        this.files = new FileLedger(store);
        this.history = new EditHistory(store, journal, files, clock, replay.history());
        history.whenIdle(this::takeOutsideChanges);
        store.reserveId(replay.highestPersonId());
        restoreStatus(store.keys());
        store.addListener(change -> {
            if (change.kind() == StoreChange.Kind.LISTED) {
                restoreStatus(change.images());
            }
        });
    }

    /**
     * Locks the dataset and reads what earlier sessions left.
     *
     * @param store with or without pictures, but with none loaded
     * @throws JournalException if another window has the dataset open or the journal cannot be used
     */
    public static EditSession open(
            DatasetStore store, JournalLocation location, JournalIdentity identity, InstantSource clock)
            throws JournalException {
        JournalReplay replay = new JournalReplay();
        return new EditSession(store, Journal.open(location, identity, replay), replay, clock);
    }

    public DatasetStore store() {
        return store;
    }

    public EditHistory history() {
        return history;
    }

    /** Number of the last journal entry that is safe on disk. */
    public long lastSequence() {
        return journal.lastSequence();
    }

    /** The folder of the journal, for what else belongs to the editing of this dataset. */
    public Path folder() {
        return journal.location().folder();
    }

    /** What was wrong with the journal, in sentences for the person at the screen; usually empty. */
    public List<String> warnings() {
        return journal.warnings();
    }

    /** The pictures that earlier sessions worked on; load them first, so that undo can reach them. */
    public Set<ImageKey> imagesWithHistory() {
        return Set.copyOf(replay.images());
    }

    /** Label files, named as in {@link LabelVersion#file()}, that earlier saves may have been killed at. */
    public Set<String> filesOfUnfinishedSaves() {
        return replay.unfinishedFiles();
    }

    /** Takes in pictures as readers give them, for the first time. */
    public void loaded(Collection<LoadedLabels> labels) {
        List<ImageKey> keys = new ArrayList<>();
        for (LoadedLabels image : labels) {
            keys.add(image.record().key());
            if (store.indexOf(image.record().key()) < 0) {
                store.list(List.of(image.record().key()));
            }
            install(image);
        }
        store.publish(StoreChange.Kind.LOADED, keys);
        takeOutsideChanges();
    }

    /**
     * Takes in pictures whose label file was read again because it changed on disk. Pictures without edits follow the file, as a step
     * that can be undone; for the others see {@link #conflicts()}.
     */
    public void reread(Collection<LoadedLabels> labels) {
        labels.forEach(this::compareWithFile);
        files.renewVersions(labels.stream().map(LoadedLabels::version).toList());
        takeOutsideChanges();
    }

    /** The pictures that were changed on disk while they have edits that are not saved. A save leaves them out until decided. */
    public List<LabelConflict> conflicts() {
        return List.copyOf(conflicts.values());
    }

    public Optional<LabelConflict> conflict(ImageKey image) {
        return Optional.ofNullable(conflicts.get(image));
    }

    /**
     * Decides for the edits: the next save writes them over what the file holds now.
     *
     * @throws EditRefusedException if the decision cannot be journalled
     */
    public void keepMine(ImageKey image) {
        LabelConflict conflict = conflicts.get(image);
        if (conflict != null) {
            log(List.of(found(conflict)), "Keep my labels");
            settle(conflict);
        }
    }

    /**
     * Decides for the file; a step that can be undone.
     *
     * @throws EditRefusedException if the decision cannot be journalled
     */
    public void takeTheirs(ImageKey image) {
        LabelConflict conflict = conflicts.get(image);
        if (conflict != null) {
            follow(conflict, "Take the labels of the file");
        }
    }

    /** The pictures that a save would write: all with unsaved edits but those in conflict. */
    public List<UnsavedImage> unsaved() {
        return store.unsavedImages().stream()
                .filter(key -> !conflicts.containsKey(key))
                .map(this::unsaved)
                .toList();
    }

    /** A save of the unsaved pictures that are named and not in conflict, as they stand now. */
    public SaveTicket prepareSave(Collection<ImageKey> wanted) {
        Set<ImageKey> keys = Set.copyOf(wanted);
        List<UnsavedImage> images = unsaved().stream()
                .filter(image -> keys.contains(image.current().key()))
                .toList();
        return new SaveTicket(images, history.top(), journal);
    }

    /**
     * Takes note of what a save has written, whether it came to its end or not; if it did not, the history keeps its old saved mark.
     */
    public void endSave(SaveTicket ticket) {
        Map<ImageKey, UnsavedImage> images = new HashMap<>();
        ticket.images().forEach(image -> images.put(image.current().key(), image));
        List<ImageKey> changed = new ArrayList<>();
        files.renewVersions(
                ticket.files().stream().map(SaveTicket.WrittenFile::version).toList());
        for (SaveTicket.WrittenFile file : ticket.files()) {
            for (JournalEntry.WrittenImage image : file.images()) {
                List<PersonInstance> people =
                        images.get(image.image()).current().people();
                files.holds(image.image(), file.version(), FileState.written(ticket.start(), people, image.rowIds()));
                changed.add(image.image());
            }
        }
        if (ticket.isFinished()) {
            history.markSaved(ticket.top());
        }
        store.publish(StoreChange.Kind.SAVED, changed);
    }

    private UnsavedImage unsaved(ImageKey key) {
        return new UnsavedImage(
                store.get(key), store.peopleInFile(key), files.state(key).rowIds(), files.of(key));
    }

    /** Closes the journal and lets other windows open the dataset. */
    @Override
    public void close() {
        journal.close();
    }

    private long log(List<JournalEntry> entries, String what) {
        try {
            return journal.append(entries);
        } catch (JournalException e) {
            throw new EditRefusedException("\"" + what + "\" was not carried out: " + e.getMessage(), e);
        }
    }

    private void install(LoadedLabels labels) {
        ImageRecord record = labels.record();
        Optional<ReplayedImage> known = replay.find(record.key()).filter(ReplayedImage::hasPeople);
        if (known.isEmpty()) {
            files.read(record.key(), labels.version());
            store.install(record, record.people(), record.people());
            return;
        }
        ReplayedImage image = known.get();
        Optional<FileState> written = writtenState(image, labels.version());
        FileState state = written.orElseGet(image::lastFinished);
        store.install(record, state.people(), image.people);
        files.holds(record.key(), labels.version(), state);
        if (written.isEmpty()) {
            compareWithFile(labels);
        }
    }

    /** What the file holds when its content is one that this program knows and not older than its last save. */
    private Optional<FileState> writtenState(ReplayedImage image, LabelVersion version) {
        OptionalLong save = replay.saveOf(version);
        if (save.isEmpty() && !image.baseVersion.equals(Optional.of(version)) || version.equals(LabelVersion.NONE)) {
            return Optional.empty();
        }
        FileState state = image.stateAfter(save.orElse(0));
        return state.saveStart() >= image.lastFinished().saveStart() ? Optional.of(state) : Optional.empty();
    }

    private void compareWithFile(LoadedLabels labels) {
        ImageKey key = labels.record().key();
        FileState before = files.state(key);
        FileState now = before.found(labels.record().people(), store::newPersonId);
        if (LabelEquality.same(before.people(), now.people())) {
            files.holds(key, labels.version(), before);
            return;
        }
        boolean unsaved = store.isUnsaved(key);
        LabelConflict conflict =
                new LabelConflict(key, labels.version(), before, store.get(key).people(), now);
        if (unsaved && !LabelEquality.same(conflict.mine(), conflict.theirs())) {
            conflicts.put(key, conflict);
        } else {
            outsideChanges.add(conflict);
        }
    }

    private void takeOutsideChanges() {
        while (!outsideChanges.isEmpty() && !history.isBusy()) {
            LabelConflict change = outsideChanges.remove();
            try {
                follow(change, "Labels changed on disk");
            } catch (EditRefusedException e) {
                conflicts.put(change.image(), change);
            }
        }
    }

    private void follow(LabelConflict conflict, String label) {
        ImageRecord current = store.get(conflict.image());
        ReplacePeople command = ReplacePeople.between(current, conflict.theirs(), label);
        if (command.isNoOp()) {
            log(List.of(found(conflict)), label);
        } else {
            history.submit(command, List.of(found(conflict)));
        }
        settle(conflict);
    }

    private void settle(LabelConflict conflict) {
        conflicts.remove(conflict.image());
        files.holds(conflict.image(), conflict.version(), conflict.fileNow());
        store.publish(StoreChange.Kind.SAVED, List.of(conflict.image()));
    }

    private static JournalEntry found(LabelConflict conflict) {
        return new JournalEntry.Found(
                conflict.image(),
                conflict.version(),
                conflict.theirs(),
                conflict.fileNow().rows());
    }

    private void restoreStatus(Collection<ImageKey> keys) {
        for (ImageKey key : keys) {
            replay.find(key).ifPresent(image -> {
                store.setStatus(key, image.status);
                store.countEdits(List.of(key), image.edits);
            });
        }
    }
}
