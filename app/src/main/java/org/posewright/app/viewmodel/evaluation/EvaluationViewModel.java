package org.posewright.app.viewmodel.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.edit.StoreChange;
import org.posewright.annotations.evaluation.report.EvaluationReport;
import org.posewright.annotations.evaluation.ultralytics.LabelPolicy;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.source.DatasetKind;
import org.posewright.app.task.Job;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskService;
import org.posewright.app.task.TaskSlot;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.browser.BrowserViewModel;
import org.posewright.app.viewmodel.model.ModelViewModel;
import org.posewright.app.viewmodel.model.OksSettings;
import org.posewright.app.viewmodel.model.SplitRun;
import org.posewright.app.viewmodel.session.DatasetSession;
import org.posewright.app.viewmodel.session.Workspace;

/**
 * The evaluation of the open split: made by a job, then following every edit, with only the touched pictures matched again. Numbers
 * and cases come first; the slower views arrive after them.
 */
public final class EvaluationViewModel {

    private final Workspace workspace;
    private final BrowserViewModel browser;
    private final ModelViewModel models;
    private final DoubleProperty confidence;
    private final OksSettings oks;
    private final TaskService tasks;
    private final Messages messages;
    private final BiConsumer<String, Throwable> onFailure;
    private final TaskSlot running;
    private final TaskSlot following;
    private final TaskSlot detailing;
    private final ReadOnlyObjectWrapper<@Nullable SplitEvaluation> result = new ReadOnlyObjectWrapper<>(this, "result");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final Set<ImageKey> touched = new LinkedHashSet<>();
    private final StoreChange.Listener storeListener = this::storeChanged;

    /**
     * @param confidence from which predictions are believed; shared with the editor's slider
     * @param oks sigmas and areas; shared with the editor too
     */
    public EvaluationViewModel(
            Workspace workspace,
            BrowserViewModel browser,
            ModelViewModel models,
            DoubleProperty confidence,
            OksSettings oks,
            Surroundings surroundings) {
        this.workspace = workspace;
        this.browser = browser;
        this.models = models;
        this.confidence = confidence;
        this.oks = oks;
        this.tasks = surroundings.tasks();
        this.messages = surroundings.messages();
        this.onFailure = surroundings.onFailure();
        running = new TaskSlot(tasks);
        following = new TaskSlot(tasks);
        detailing = new TaskSlot(tasks);
        workspace.sessionProperty().subscribe(this::sessionChanged);
        confidence.subscribe((before, after) -> believe());
        oks.revisionProperty().subscribe((before, after) -> evaluateAgain());
    }

    /** Null until a split has been evaluated. */
    public ReadOnlyObjectProperty<@Nullable SplitEvaluation> resultProperty() {
        return result.getReadOnlyProperty();
    }

    public Optional<SplitEvaluation> result() {
        return Optional.ofNullable(result.get());
    }

    /** Whether an evaluation is being made. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** From which score on predictions are believed. */
    public DoubleProperty confidenceProperty() {
        return confidence;
    }

    /** Predicts the open split with the open model and evaluates it; nothing without a model. */
    public void evaluateModel() {
        SplitRun.ofOpenModel(models).ifPresent(run -> start(run.modelName(), ofModel(run)));
    }

    /** Evaluates a COCO results file. */
    public void evaluateResults(Path file) {
        start(String.valueOf(file.getFileName()), ofResults(file));
    }

    /** How to get predictions from a file: a model to run or results to read. */
    PredictionJob predictionsOf(Path file) {
        boolean results = String.valueOf(file.getFileName())
                .toLowerCase(java.util.Locale.ROOT)
                .endsWith(".json");
        return results ? ofResults(file) : ofModel(SplitRun.ofFile(models, file));
    }

    /** Brings predictions for a split. */
    @FunctionalInterface
    interface PredictionJob {
        PredictionSet predict(
                LabeledSplit split,
                org.posewright.annotations.work.ProgressListener progress,
                org.posewright.annotations.work.CancellationToken token)
                throws Exception;
    }

    /** The evaluator for the open dataset. */
    SplitEvaluator evaluator(DatasetSession session) {
        // A YOLO label file says itself who counts; a COCO file is read as for the published figures.
        LabelPolicy policy = session.source().description().kind() == DatasetKind.COCO
                ? LabelPolicy.WITH_KEYPOINTS
                : LabelPolicy.EVERYBODY;
        return new SplitEvaluator(
                oks.applied(session.skeleton()),
                oks.areaRuleProperty().get(),
                session.store().frame().categoryNames().size(),
                policy);
    }

    private static PredictionJob ofModel(SplitRun run) {
        return (split, progress, token) -> {
            Map<ImageKey, List<PosePrediction>> found = run.predict(split.entries(), progress, token);
            return new PredictionSet(run.modelName(), found);
        };
    }

    private static PredictionJob ofResults(Path file) {
        return (split, progress, token) -> new ResultsFile(file)
                .read(split.images(), split.session().skeleton().size(), progress, token);
    }

    private void start(String name, PredictionJob predictions) {
        Optional<DatasetSession> session = workspace.session();
        if (session.isEmpty()) {
            return;
        }
        String split = browser.splitProperty().get();
        String splitName = split == null ? messages.text("browser.all") : split;
        LabeledSplit.Source source = LabeledSplit.of(session.get(), split);
        SplitEvaluator evaluator = evaluator(session.get());
        double believed = confidence.get();
        Job<SplitEvaluation> job = (progress, token) -> {
            LabeledSplit labeled = source.load(token);
            PredictionSet found = predictions.predict(labeled, progress, token);
            return evaluator.evaluate(splitName, labeled.images(), found, believed, progress, token);
        };
        following.cancel();
        detailing.cancel();
        touched.clear();
        busy.set(true);
        running.submit(
                TaskRequest.<SplitEvaluation>shown(messages.text("task.evaluate", splitName, name), Lane.BATCH, job)
                        .onSuccess(made -> {
                            busy.set(false);
                            result.set(made);
                            settle(session.get());
                        })
                        .onFailure(failure -> {
                            busy.set(false);
                            onFailure.accept(messages.text("error.evaluate"), failure);
                        })
                        .onCancelled(() -> busy.set(false)));
    }

    /** Catches up with what changed while an evaluation was made. */
    private void settle(DatasetSession session) {
        SplitEvaluation now = result().orElseThrow();
        if (!now.rule().equals(oks.rule(session.skeleton()))) {
            evaluateAgain();
            return;
        }
        if (now.confidence() != confidence.get()) {
            believe();
        }
        follow();
        detail();
    }

    private void sessionChanged(@Nullable DatasetSession before, @Nullable DatasetSession after) {
        if (before != null) {
            before.store().removeListener(storeListener);
        }
        if (after != null) {
            after.store().addListener(storeListener);
        }
        running.cancel();
        following.cancel();
        detailing.cancel();
        touched.clear();
        busy.set(false);
        result.set(null);
    }

    private void storeChanged(StoreChange change) {
        boolean labels = change.kind() == StoreChange.Kind.PEOPLE;
        if (labels && (busy.get() || result.get() != null)) {
            touched.addAll(change.images());
            follow();
        }
    }

    /** Brings the evaluation up to the labels of now. */
    private void follow() {
        SplitEvaluation now = result.get();
        Optional<DatasetSession> session = workspace.session();
        if (now == null || session.isEmpty() || touched.isEmpty() || busy.get()) {
            return;
        }
        List<ImageRecord> edited = new ArrayList<>();
        touched.forEach(key -> session.get().record(key).ifPresent(edited::add));
        SplitEvaluator evaluator = evaluator(session.get());
        following.submit(TaskRequest.<SplitEvaluation>quiet(
                        Lane.IO, (progress, token) -> evaluator.afterEdit(now, edited, token))
                .onSuccess(changed -> {
                    edited.forEach(record -> {
                        if (session.get()
                                .record(record.key())
                                .filter(record::equals)
                                .isPresent()) {
                            touched.remove(record.key());
                        }
                    });
                    result.set(changed);
                    if (changed.confidence() != confidence.get()) {
                        believe();
                    }
                    detail();
                })
                .onFailure(failure -> onFailure.accept(messages.text("error.evaluate"), failure)));
    }

    private void believe() {
        SplitEvaluation now = result.get();
        Optional<DatasetSession> session = workspace.session();
        if (now == null || session.isEmpty() || busy.get()) {
            return;
        }
        SplitEvaluator evaluator = evaluator(session.get());
        double wanted = confidence.get();
        following.submit(TaskRequest.<SplitEvaluation>quiet(
                        Lane.IO, (progress, token) -> evaluator.believing(now, wanted, token))
                .onSuccess(changed -> {
                    Optional<EvaluationReport> report = result().flatMap(SplitEvaluation::report);
                    result.set(report.filter(r -> r.evaluation() == changed.evaluation())
                            .map(changed::with)
                            .orElse(changed));
                    follow();
                })
                .onFailure(failure -> onFailure.accept(messages.text("error.evaluate"), failure)));
    }

    /** The same labels and predictions under other sigmas or areas. */
    private void evaluateAgain() {
        SplitEvaluation now = result.get();
        Optional<DatasetSession> session = workspace.session();
        if (now == null || session.isEmpty() || busy.get()) {
            return;
        }
        SplitEvaluator evaluator = evaluator(session.get());
        double believed = confidence.get();
        following.submit(TaskRequest.<SplitEvaluation>quiet(
                        Lane.IO,
                        (progress, token) -> evaluator.evaluate(
                                now.split(), now.images(), now.predictions(), believed, progress, token))
                .onSuccess(changed -> {
                    result.set(changed);
                    settle(session.get());
                })
                .onFailure(failure -> onFailure.accept(messages.text("error.evaluate"), failure)));
    }

    /** Works the slower views out, when the labels have come to rest. */
    private void detail() {
        SplitEvaluation now = result.get();
        Optional<DatasetSession> session = workspace.session();
        if (now == null || session.isEmpty()) {
            return;
        }
        SplitEvaluator evaluator = evaluator(session.get());
        detailing.submit(TaskRequest.<EvaluationReport>quiet(
                        Lane.BATCH, (progress, token) -> evaluator.report(now, progress, token))
                .onSuccess(report -> result().filter(current -> current.evaluation() == report.evaluation())
                        .ifPresent(current -> result.set(current.with(report))))
                .onFailure(failure -> onFailure.accept(messages.text("error.evaluate"), failure)));
    }
}
