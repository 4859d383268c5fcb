package org.posewright.app.viewmodel.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.evaluation.Evaluation;
import org.posewright.annotations.evaluation.compare.BootstrapPlan;
import org.posewright.annotations.evaluation.compare.ImageChange;
import org.posewright.annotations.evaluation.compare.NamedEvaluation;
import org.posewright.annotations.evaluation.compare.ResultComparison;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskSlot;
import org.posewright.app.viewmodel.session.DatasetSession;
import org.posewright.app.viewmodel.session.Workspace;

/** Other models and results files beside the evaluated one, on the same pictures and labels. */
public final class SideBySideViewModel {

    private final Workspace workspace;
    private final EvaluationViewModel evaluation;
    private final Surroundings surroundings;
    private final TaskSlot adding;
    private final TaskSlot comparing;
    private final List<PredictionSet> others = new ArrayList<>();
    private final ReadOnlyObjectWrapper<@Nullable SideBySide> result = new ReadOnlyObjectWrapper<>(this, "result");
    private final ObjectProperty<@Nullable ImageChange> selected = new SimpleObjectProperty<>(this, "selected");
    private int chosen = 1;

    SideBySideViewModel(Workspace workspace, EvaluationViewModel evaluation, Surroundings surroundings) {
        this.workspace = workspace;
        this.evaluation = evaluation;
        this.surroundings = surroundings;
        adding = new TaskSlot(surroundings.tasks());
        comparing = new TaskSlot(surroundings.tasks());
        evaluation.resultProperty().subscribe(this::referenceChanged);
        selected.subscribe(this::showPicture);
    }

    /** Null until something has been added beside the evaluated result. */
    public ReadOnlyObjectProperty<@Nullable SideBySide> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** The picture that is looked at. */
    public ObjectProperty<@Nullable ImageChange> selectedProperty() {
        return selected;
    }

    /** Adds a model (which is run) or a results file; needs an evaluation. */
    public void add(Path file) {
        Optional<SplitEvaluation> reference = evaluation.result();
        Optional<DatasetSession> session = workspace.session();
        if (reference.isEmpty() || session.isEmpty()) {
            return;
        }
        EvaluationViewModel.PredictionJob predictions = evaluation.predictionsOf(file);
        SplitEvaluation of = reference.get();
        DatasetSession open = session.get();
        adding.submit(TaskRequest.<PredictionSet>shown(
                        surroundings.messages().text("task.evaluate", of.split(), file.getFileName()),
                        Lane.BATCH,
                        (progress, token) -> predictions.predict(pictures(open, of), progress, token))
                .onSuccess(set -> {
                    others.add(new PredictionSet(freeName(set.name(), of), set.byImage()));
                    chosen = others.size();
                    compare();
                })
                .onFailure(this::failed));
    }

    /** Looks at another of the added results. */
    public void choose(int index) {
        if (index > 0 && index <= others.size() && index != chosen) {
            chosen = index;
            compare();
        }
    }

    /** Takes everything away that was added. */
    public void clear() {
        others.clear();
        comparing.cancel();
        result.set(null);
        selected.set(null);
    }

    private void referenceChanged(@Nullable SplitEvaluation before, @Nullable SplitEvaluation after) {
        boolean sameSplit = before != null
                && after != null
                && before.truth().truth().axes().equals(after.truth().truth().axes());
        if (!sameSplit) {
            adding.cancel();
            clear();
        } else if (before.truth() != after.truth() || before.confidence() != after.confidence()) {
            compare();
        }
    }

    private void compare() {
        Optional<SplitEvaluation> reference = evaluation.result();
        Optional<DatasetSession> session = workspace.session();
        if (others.isEmpty() || reference.isEmpty() || session.isEmpty()) {
            return;
        }
        List<PredictionSet> sets = new ArrayList<>();
        sets.add(reference.get().predictions());
        sets.addAll(others);
        int wanted = chosen;
        SplitEvaluator evaluator = evaluation.evaluator(session.get());
        comparing.submit(TaskRequest.<SideBySide>shown(
                        surroundings.messages().text("task.compare"),
                        Lane.BATCH,
                        (progress, token) -> compared(reference.get(), sets, wanted, evaluator, progress, token))
                .onSuccess(this::show)
                .onFailure(this::failed));
    }

    private static SideBySide compared(
            SplitEvaluation reference,
            List<PredictionSet> sets,
            int chosen,
            SplitEvaluator evaluator,
            ProgressListener progress,
            CancellationToken token) {
        List<NamedEvaluation> evaluations = new ArrayList<>();
        evaluations.add(new NamedEvaluation(sets.get(0).name(), reference.evaluation()));
        for (PredictionSet other : sets.subList(1, sets.size())) {
            Evaluation made = evaluator.evaluate(reference.truth(), other, ProgressListener.NONE, token);
            evaluations.add(new NamedEvaluation(other.name(), made));
        }
        ResultComparison comparison = ResultComparison.of(evaluations, BootstrapPlan.DEFAULT, progress, token);
        List<ImageChange> changes = ResultComparison.changes(
                reference.evaluation().input(),
                evaluations.get(chosen).evaluation().input(),
                reference.evaluation().parameters(),
                reference.confidence());
        return new SideBySide(reference, sets, comparison, changes, chosen);
    }

    private void show(SideBySide made) {
        ImageChange before = selected.get();
        result.set(made);
        selected.set(made.changes().stream()
                .filter(change -> before != null && change.imageIndex() == before.imageIndex())
                .findFirst()
                .or(() -> made.changes().stream().findFirst())
                .orElse(null));
    }

    /** Opens the picture of the chosen change again, which another screen may have left. */
    public void showAgain() {
        showPicture(selected.get());
    }

    private void showPicture(@Nullable ImageChange change) {
        SideBySide now = result.get();
        if (change != null && now != null) {
            workspace
                    .imageProperty()
                    .set(now.reference().truth().image(change.imageIndex()).key());
        }
    }

    private void failed(Throwable failure) {
        surroundings.onFailure().accept(surroundings.messages().text("error.evaluate"), failure);
    }

    /** Two files of one name stay apart in the table. */
    private String freeName(String name, SplitEvaluation reference) {
        String free = name;
        for (int n = 2; isTaken(free, reference); n++) {
            free = name + " (" + n + ")";
        }
        return free;
    }

    private boolean isTaken(String name, SplitEvaluation reference) {
        return reference.predictions().name().equals(name)
                || others.stream().anyMatch(set -> set.name().equals(name));
    }

    private static LabeledSplit pictures(DatasetSession session, SplitEvaluation of) {
        List<ImageEntry> entries = new ArrayList<>();
        List<ImageRecord> images = new ArrayList<>();
        for (int i = 0; i < of.truth().imageCount(); i++) {
            ImageRecord image = of.truth().image(i);
            images.add(image);
            entries.add(session.entry(image.key()).orElseThrow());
        }
        return new LabeledSplit(session, entries, images);
    }
}
