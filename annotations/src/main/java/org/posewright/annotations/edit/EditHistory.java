package org.posewright.annotations.edit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.posewright.annotations.edit.command.CompositeEdit;
import org.posewright.annotations.edit.command.EditCommand;
import org.posewright.annotations.edit.command.EditRefusedException;
import org.posewright.annotations.edit.journal.EditLog;
import org.posewright.annotations.edit.journal.JournalEntry;
import org.posewright.annotations.edit.journal.JournalException;
import org.posewright.annotations.model.ImageKey;

/**
 * Carries out commands on the store, takes them back and does them again, across pictures and without limit. Each is in the log, and
 * thereby on disk, before the store shows it; a command that cannot be logged is refused and nothing changes.
 *
 * <p>Confined to the store's thread. {@link #submit}, {@link #undo} and {@link #redo} write the log on the calling thread;
 * {@link #begin}, {@link #beginUndo} and {@link #beginRedo} let a job write it instead. One edit at a time: while one is pending, or
 * while listeners hear of one, another is refused.
 */
public final class EditHistory {

    /** Nudges further apart than this are separate steps of undo. */
    static final Duration MERGE_WINDOW = Duration.ofSeconds(2);

    private final DatasetStore store;
    private final EditLog log;
    private final LabelVersions versions;
    private final InstantSource clock;
    private final HistoryState state;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Instant mergeableUntil = Instant.MIN;
    private boolean busy;
    private Runnable whenIdle = () -> {};

    public EditHistory(DatasetStore store, EditLog log, LabelVersions versions, InstantSource clock) {
        this(store, log, versions, clock, new HistoryState());
    }

    EditHistory(DatasetStore store, EditLog log, LabelVersions versions, InstantSource clock, HistoryState state) {
        this.store = store;
        this.log = log;
        this.versions = versions;
        this.clock = clock;
        this.state = state;
    }

    /**
     * Carries out a command. A command that changes nothing leaves no trace.
     *
     * @throws EditRefusedException if it does not fit the store or cannot be journalled; nothing has changed then
     * @throws IllegalStateException if an edit is under way
     */
    public void submit(EditCommand command) {
        begin(command).ifPresent(EditHistory::complete);
    }

    /**
     * Takes the last step back.
     *
     * @return the step; empty when there is none
     * @throws EditRefusedException as {@link #submit}
     */
    public Optional<EditCommand> undo() {
        Optional<PendingEdit> pending = beginUndo();
        pending.ifPresent(EditHistory::complete);
        return pending.map(PendingEdit::command);
    }

    /** Does the last step that was taken back again; as {@link #undo}. */
    public Optional<EditCommand> redo() {
        Optional<PendingEdit> pending = beginRedo();
        pending.ifPresent(EditHistory::complete);
        return pending.map(PendingEdit::command);
    }

    /** Prepares a command whose log entry a job writes; empty when the command changes nothing. */
    public Optional<PendingEdit> begin(EditCommand command) {
        return begin(command, List.of());
    }

    /** A command with further entries that are logged behind it. */
    void submit(EditCommand command, List<JournalEntry> further) {
        begin(command, further).ifPresent(EditHistory::complete);
    }

    private Optional<PendingEdit> begin(EditCommand command, List<JournalEntry> further) {
        requireIdle();
        if (command.isNoOp()) {
            return Optional.empty();
        }
        StagedEdit staged = stage(command);
        boolean merged = clock.instant().isBefore(mergeableUntil) && state.canMerge(command);
        List<JournalEntry> entries = new ArrayList<>(missingBases(command));
        entries.add(new JournalEntry.Done(command, merged));
        entries.addAll(further);
        return pending(new PendingEdit.Plan(command, entries, () -> {
            mergeableUntil = clock.instant().plus(MERGE_WINDOW);
            state.based.addAll(command.imagesWithPeopleChanged());
            commit(staged, command, merged ? 0 : 1, () -> state.done(command, merged));
        }));
    }

    /** As {@link #undo} with a log entry that a job writes. */
    public Optional<PendingEdit> beginUndo() {
        requireIdle();
        return state.top().flatMap(command -> {
            StagedEdit staged = stageKnown(command.inverse());
            return pending(new PendingEdit.Plan(command, List.of(new JournalEntry.Undone()), () -> {
                mergeableUntil = Instant.MIN;
                commit(staged, command, -1, state::undone);
            }));
        });
    }

    /** As {@link #redo} with a log entry that a job writes. */
    public Optional<PendingEdit> beginRedo() {
        requireIdle();
        return redoLast().flatMap(command -> {
            StagedEdit staged = stageKnown(command);
            return pending(new PendingEdit.Plan(command, List.of(new JournalEntry.Redone()), () -> {
                mergeableUntil = Instant.MIN;
                commit(staged, command, 1, state::redone);
            }));
        });
    }

    public boolean canUndo() {
        return !state.undo.isEmpty();
    }

    public boolean canRedo() {
        return !state.redo.isEmpty();
    }

    /** The label of the step that {@link #undo} takes back. */
    public Optional<String> undoLabel() {
        return state.top().map(EditCommand::label);
    }

    public Optional<String> redoLabel() {
        return redoLast().map(EditCommand::label);
    }

    /** All steps that can be taken back, oldest first; a copy. */
    public List<EditCommand> undoSteps() {
        return List.copyOf(state.undo);
    }

    /** All steps that can be done again, next one last; a copy. */
    public List<EditCommand> redoSteps() {
        return List.copyOf(state.redo);
    }

    /** Whether the last step is the one that the last save ended with. */
    public boolean isAtSavedMark() {
        return state.isAtSavedMark();
    }

    /** Whether an edit is under way and another would be refused. */
    public boolean isBusy() {
        return busy;
    }

    /** Hears, after the store's listeners, that steps were done, taken back or saved. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** Runs whenever an edit has come to its end, when the next is welcome. */
    void whenIdle(Runnable action) {
        whenIdle = action;
    }

    void markSaved(Optional<EditCommand> topAtSave) {
        state.markSaved(topAtSave);
        listeners.forEach(Runnable::run);
    }

    Optional<EditCommand> top() {
        return state.top();
    }

    private static void complete(PendingEdit pending) {
        try {
            pending.write();
        } catch (JournalException e) {
            pending.abandon();
            throw new EditRefusedException(
                    "\"" + pending.command().label() + "\" was not carried out: " + e.getMessage(), e);
        }
        pending.finish();
    }

    private Optional<PendingEdit> pending(PendingEdit.Plan plan) {
        busy = true;
        return Optional.of(new PendingEdit(plan, log, this::release));
    }

    private void release() {
        busy = false;
        whenIdle.run();
    }

    private StagedEdit stage(EditCommand command) {
        StagedEdit staged = new StagedEdit(store);
        command.apply(staged);
        return staged;
    }

    /** As {@link #stage}, leaving out pictures that are no longer part of the dataset: they must not block the way back. */
    private StagedEdit stageKnown(EditCommand command) {
        StagedEdit staged = new StagedEdit(store);
        for (EditCommand part : command instanceof CompositeEdit composite ? composite.parts() : List.of(command)) {
            if (part.images().stream().anyMatch(key -> store.indexOf(key) >= 0)) {
                part.apply(staged);
            }
        }
        return staged;
    }

    private void commit(StagedEdit staged, EditCommand command, int edits, Runnable stackChange) {
        staged.commit();
        store.countEdits(command.imagesWithPeopleChanged(), edits);
        stackChange.run();
        staged.publish();
        listeners.forEach(Runnable::run);
    }

    private List<JournalEntry> missingBases(EditCommand command) {
        List<JournalEntry> bases = new ArrayList<>();
        for (ImageKey image : command.imagesWithPeopleChanged()) {
            if (!state.based.contains(image)) {
                bases.add(new JournalEntry.Base(
                        image, versions.of(image), store.get(image).people()));
            }
        }
        return bases;
    }

    private Optional<EditCommand> redoLast() {
        return state.redo.isEmpty() ? Optional.empty() : Optional.of(state.redo.get(state.redo.size() - 1));
    }

    private void requireIdle() {
        if (busy) {
            throw new IllegalStateException("an edit is under way; edits are made one at a time");
        }
    }
}
