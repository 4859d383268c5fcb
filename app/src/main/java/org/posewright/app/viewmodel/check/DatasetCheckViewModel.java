package org.posewright.app.viewmodel.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.check.DatasetInspector;
import org.posewright.annotations.check.Diagnosis;
import org.posewright.annotations.check.Fix;
import org.posewright.annotations.check.InspectionReport;
import org.posewright.annotations.edit.StoreChange;
import org.posewright.annotations.edit.command.CompositeEdit;
import org.posewright.annotations.edit.command.EditCommand;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.LoadedImage;
import org.posewright.app.canvas.geometry.Selection;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskService;
import org.posewright.app.task.TaskSlot;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.editor.EditorViewModel;
import org.posewright.app.viewmodel.session.DatasetSession;

/**
 * Problems of the open dataset: those that reading found, or those of a check of the whole dataset with the edits made so far. A repair
 * is an edit like any other; whether it is still to be made follows the labels, also through undo.
 */
public final class DatasetCheckViewModel {

    private final EditorViewModel editor;
    private final TaskSlot checking;
    private final Messages messages;
    private final BiConsumer<String, Throwable> onFailure;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
    private final ReadOnlyObjectWrapper<List<Diagnosis>> problems =
            new ReadOnlyObjectWrapper<>(this, "problems", List.of());
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
    private final StoreChange.Listener storeListener = change -> labelsChanged();

    /**
     * @param onFailure told what failed and why
     */
    public DatasetCheckViewModel(
            EditorViewModel editor, TaskService tasks, Messages messages, BiConsumer<String, Throwable> onFailure) {
        this.editor = editor;
        this.checking = new TaskSlot(tasks);
        this.messages = messages;
        this.onFailure = onFailure;
        editor.workspace().sessionProperty().subscribe((before, after) -> sessionChanged(before, after));
    }

    /** Whether the problems are on the screen. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    public ReadOnlyObjectProperty<List<Diagnosis>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** How many problems of which kind, in a sentence. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Changes whenever {@link #state} may answer differently. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** Looks at the whole dataset, files and unsaved edits, and shows what it finds. */
    public void check() {
        session().ifPresent(session -> {
            DatasetSource source = session.source();
            Map<ImageKey, LoadedImage> edited = session.files().edited();
            checking.submit(TaskRequest.<InspectionReport>shown(
                            messages.text("task.check"), Lane.IO, (progress, token) -> new DatasetInspector()
                                    .inspect(source, edited, progress, token))
                    .onSuccess(this::show)
                    .onFailure(failure -> onFailure.accept(messages.text("error.check"), failure)));
        });
    }

    /** Shows problems that are known already, without repairs. */
    public void showKnown(List<Finding> findings) {
        problems.set(findings.stream()
                .map(finding -> new Diagnosis(finding, Optional.empty()))
                .toList());
        summary.set(messages.text("problems.count", findings.size()));
        shown.set(true);
    }

    /** How the repair of a problem stands; empty for a problem that only a person can solve. */
    public Optional<Fix.State> state(Diagnosis problem) {
        return problem.fix()
                .flatMap(fix -> session().flatMap(s -> s.record(fix.image())).map(fix::state));
    }

    /** Opens the picture of a problem and selects the person. */
    public void goTo(Diagnosis problem) {
        Finding finding = problem.finding();
        finding.image()
                .filter(key -> session().flatMap(s -> s.entry(key)).isPresent())
                .ifPresent(key -> {
                    editor.workspace().imageProperty().set(key);
                    finding.personId()
                            .ifPresent(id -> editor.selectionProperty().set(Selection.ofPerson(id)));
                });
    }

    /** Repairs one problem, as one step of undo. */
    public void fix(Diagnosis problem) {
        goTo(problem);
        problem.fix().ifPresent(fix -> session()
                .ifPresent(s -> s.edits().submit(() -> fix.command(current(s, fix.image())))));
    }

    /** Repairs all problems of the same kind that can still be repaired, as one step of undo. */
    public void fixAllLike(Diagnosis problem) {
        List<Fix> fixes = openLike(problem);
        if (!fixes.isEmpty()) {
            session().ifPresent(s -> s.edits().submit(() -> all(s, fixes)));
        }
    }

    /** How many problems {@link #fixAllLike} would repair. */
    public int countLike(Diagnosis problem) {
        return openLike(problem).size();
    }

    private List<Fix> openLike(Diagnosis problem) {
        String code = problem.finding().code();
        return problems.get().stream()
                .filter(other -> other.finding().code().equals(code))
                .filter(other -> state(other).equals(Optional.of(Fix.State.OPEN)))
                .flatMap(other -> other.fix().stream())
                .toList();
    }

    /** Two repairs of one picture follow each other, so each is made from what the one before leaves. */
    private EditCommand all(DatasetSession session, List<Fix> fixes) {
        Map<ImageKey, ImageRecord> now = new HashMap<>();
        List<EditCommand> parts = new ArrayList<>();
        for (Fix fix : fixes) {
            ImageRecord record = now.computeIfAbsent(fix.image(), key -> current(session, key));
            if (fix.state(record) == Fix.State.OPEN) {
                parts.add(fix.command(record));
                now.put(fix.image(), fix.applied(record));
            }
        }
        return new CompositeEdit(fixes.get(0).description().english() + " (" + parts.size() + ")", parts);
    }

    private static ImageRecord current(DatasetSession session, ImageKey key) {
        return session.store().get(key);
    }

    private void show(InspectionReport report) {
        problems.set(report.diagnoses().stream()
                .sorted(Comparator.comparing(problem -> problem.finding().severity()))
                .toList());
        summary.set(messages.text(
                "problems.checked",
                report.images(),
                report.count(Finding.Severity.ERROR),
                report.count(Finding.Severity.WARNING),
                report.count(Finding.Severity.NOTE)));
        shown.set(true);
    }

    private void sessionChanged(@Nullable DatasetSession before, @Nullable DatasetSession after) {
        checking.cancel();
        if (before != null) {
            before.store().removeListener(storeListener);
        }
        if (after != null) {
            after.store().addListener(storeListener);
        }
        problems.set(List.of());
        summary.set("");
        shown.set(false);
    }

    private void labelsChanged() {
        if (shown.get()) {
            revision.set(revision.get() + 1);
        }
    }

    private Optional<DatasetSession> session() {
        return editor.workspace().session();
    }
}
