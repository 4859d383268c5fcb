package org.posewright.app.viewmodel.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskService;
import org.posewright.app.task.TaskSlot;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.session.Workspace;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.decode.Postprocess;
import org.posewright.runtime.decode.PredictionCandidates;
import org.posewright.runtime.decode.SelectionOptions;
import org.posewright.runtime.onnx.RunPurpose;
import org.posewright.runtime.pipeline.CachedRuns;
import org.posewright.runtime.pipeline.InputPlan;
import org.posewright.runtime.pipeline.PictureResult;
import org.posewright.runtime.pipeline.PictureTask;
import org.posewright.runtime.pipeline.PipelineReport;
import org.posewright.runtime.pipeline.PipelinedPredictor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the model says about pictures. Candidates of the pictures looked at last stay in memory, all others on disk; the sliders
 * select from them without another run.
 */
public final class PredictionViewModel implements PredictionSource {

    private static final Logger LOG = LoggerFactory.getLogger(PredictionViewModel.class);
    private static final int PICTURES_IN_MEMORY = 400;
    private static final int PICTURES_AT_ONCE = 500;

    private final Workspace workspace;
    private final ModelViewModel models;
    private final ModelFit fit;
    private final TaskService tasks;
    private final TaskSlot current;
    private final Messages messages;
    private final BiConsumer<String, Throwable> onFailure;
    private final DoubleProperty confidence = new SimpleDoubleProperty(this, "confidence", 0.25);
    private final DoubleProperty iou = new SimpleDoubleProperty(this, "iou", 0.7);
    private final IntegerProperty revision = new SimpleIntegerProperty(this, "revision");
    private final IntegerProperty origin = new SimpleIntegerProperty(this, "origin");
    private final ReadOnlyObjectWrapper<@Nullable ResultsLayer> results = new ReadOnlyObjectWrapper<>(this, "results");
    private Consumer<List<ImageKey>> arrivalListener = keys -> {};
    private final Map<ImageKey, PredictionCandidates> candidates = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<ImageKey, List<PosePrediction>> selected = new HashMap<>();

    public PredictionViewModel(
            Workspace workspace,
            ModelViewModel models,
            ModelFit fit,
            TaskService tasks,
            Messages messages,
            BiConsumer<String, Throwable> onFailure) {
        this.workspace = workspace;
        this.models = models;
        this.fit = fit;
        this.tasks = tasks;
        this.current = new TaskSlot(tasks);
        this.messages = messages;
        this.onFailure = onFailure;
        models.modelProperty().subscribe(() -> {
            forgetAll();
            recallCurrent(workspace.imageProperty().get());
        });
        workspace.sessionProperty().subscribe(this::forgetAll);
        workspace.imageProperty().subscribe(this::recallCurrent);
        confidence.subscribe(ignored -> reselect());
        iou.subscribe(ignored -> reselect());
    }

    /** Hears of pictures whose predictions have just arrived. */
    public void onArrival(Consumer<List<ImageKey>> listener) {
        arrivalListener = listener;
    }

    public DoubleProperty confidenceProperty() {
        return confidence;
    }

    public DoubleProperty iouProperty() {
        return iou;
    }

    @Override
    public ObservableValue<? extends Number> revision() {
        return revision;
    }

    @Override
    public ObservableValue<? extends Number> origin() {
        return origin;
    }

    @Override
    public boolean isPredicted(ImageKey image) {
        return candidates.containsKey(image)
                || results.get() != null && record(image).isPresent();
    }

    @Override
    public List<PosePrediction> predictions(ImageKey image) {
        ResultsLayer layer = results.get();
        if (layer != null) {
            return record(image)
                    .map(r -> selected.computeIfAbsent(image, key -> layer.of(r, confidence.get())))
                    .orElse(List.of());
        }
        PredictionCandidates found = candidates.get(image);
        return found == null ? List.of() : selected.computeIfAbsent(image, key -> select(found));
    }

    @Override
    public Optional<Supplier<List<PosePrediction>>> reading(ImageKey image) {
        double least = confidence.get();
        ResultsLayer layer = results.get();
        if (layer != null) {
            return record(image).map(r -> () -> layer.of(r, least));
        }
        SelectionOptions options = selection();
        return Optional.ofNullable(candidates.get(image)).map(found -> () -> Postprocess.select(found, options));
    }

    /** The results file whose predictions are shown; null while the model's are. */
    public ObservableValue<Path> resultsFileProperty() {
        return results.map(layer -> layer.results().file());
    }

    /** Shows the predictions of a COCO results file instead of the model's, until a model runs or another dataset is opened. */
    public void showResults(Path file) {
        workspace
                .session()
                .ifPresent(session -> current.submit(TaskRequest.<ResultsLayer>shown(
                                messages.text("task.read-results", String.valueOf(file.getFileName())),
                                Lane.IO,
                                (progress, token) -> ResultsLayer.read(
                                        file, session.skeleton().size()))
                        .onSuccess(this::show)
                        .onFailure(failure -> onFailure.accept(messages.text("error.read-results"), failure))));
    }

    /** Back to what the model says. */
    public void hideResults() {
        if (results.get() != null) {
            forgetAll();
            recallCurrent(workspace.imageProperty().get());
        }
    }

    private void show(ResultsLayer layer) {
        forgetAll();
        results.set(layer);
        workspace.session().ifPresent(session -> announce(session.source().entries()));
        revise();
    }

    /** Tells of many pictures from a job, a few of them a frame. */
    private void announce(List<ImageEntry> entries) {
        Consumer<ImageKey> arrivals = tasks.batching(PICTURES_AT_ONCE, keys -> arrivalListener.accept(keys));
        tasks.submit(TaskRequest.<Boolean>quiet(Lane.IO, (progress, token) -> {
            for (ImageEntry entry : entries) {
                token.throwIfCancelled();
                arrivals.accept(entry.key());
            }
            return true;
        }));
    }

    /** Runs the model on the open picture. */
    public void predictCurrent() {
        hideResults();
        ImageKey key = workspace.imageProperty().get();
        Optional<ImageEntry> entry = entry(key);
        Optional<OpenModel> model = models.model();
        if (entry.isEmpty() || model.isEmpty() || isRefused()) {
            return;
        }
        current.submit(TaskRequest.<PictureResult>shown(
                        messages.text("task.predict-image", entry.get().key().fileName()),
                        Lane.INFERENCE,
                        (progress, token) -> {
                            List<PictureResult> results = new ArrayList<>(1);
                            PoseModel session = model.get().model();
                            new PipelinedPredictor(session, model.get().cache())
                                    .run(
                                            List.of(task(entry.get(), session)),
                                            InferenceOptions.DEFAULTS,
                                            results::add,
                                            progress,
                                            token);
                            return results.get(0);
                        })
                .onSuccess(result -> arrived(entry.get().key(), result))
                .onFailure(failure -> onFailure.accept(messages.text("error.predict"), failure)));
    }

    /**
     * Runs the model on many pictures in the background; results appear as they come.
     *
     * @param title for the status bar
     */
    public void predictAll(String title, List<ImageEntry> entries) {
        hideResults();
        Optional<Path> file = models.file();
        if (file.isEmpty() || entries.isEmpty() || isRefused()) {
            return;
        }
        ModelLibrary library = models.library();
        var wish = models.deviceProperty().get();
        Consumer<PictureResult> arrivals = tasks.batching(results -> {
            List<ImageKey> keys = results.stream()
                    .map(result -> entries.get(result.index()).key())
                    .toList();
            for (int i = 0; i < keys.size(); i++) {
                put(keys.get(i), results.get(i));
            }
            arrivalListener.accept(keys);
            if (keys.contains(workspace.imageProperty().get())) {
                revise();
            }
        });
        tasks.submit(TaskRequest.<PipelineReport>shown(title, Lane.BATCH, (progress, token) -> {
                    OpenModel own = library.open(file.get(), wish, RunPurpose.THROUGHPUT);
                    try (var model = own.model()) {
                        List<PictureTask> pictures =
                                entries.stream().map(e -> task(e, model)).toList();
                        return new PipelinedPredictor(model, own.cache())
                                .run(pictures, InferenceOptions.DEFAULTS, arrivals, progress, token);
                    }
                })
                .onFailure(failure -> onFailure.accept(messages.text("error.predict"), failure)));
    }

    /** Points of another skeleton can neither be drawn nor compared. */
    private boolean isRefused() {
        Optional<String> complaint = fit.complaint();
        complaint.ifPresent(
                sentence -> onFailure.accept(messages.text("error.predict"), new PredictionFailedException(sentence)));
        return complaint.isPresent();
    }

    private static PictureTask task(ImageEntry entry, PoseModel model) {
        return new PictureTask(entry.file(), InputPlan.prediction(model, InferenceOptions.DEFAULTS));
    }

    /** Predictions that an earlier session left on disk appear by themselves. */
    private void recallCurrent(@Nullable ImageKey key) {
        current.cancel();
        Optional<ImageEntry> entry = entry(key);
        CachedRuns cache = models.model().map(OpenModel::cache).orElse(null);
        boolean shown = key == null || results.get() != null || candidates.containsKey(key);
        if (shown || entry.isEmpty() || cache == null || fit.mismatchProperty().get() != null) {
            return;
        }
        PoseModel session = models.model().get().model();
        current.submit(TaskRequest.<Optional<PredictionCandidates>>quiet(Lane.IO, (progress, token) -> {
                    byte[] bytes = Files.readAllBytes(entry.get().file());
                    InputPlan plan = InputPlan.prediction(session, InferenceOptions.DEFAULTS);
                    return cache.find(cache.key(bytes, plan, InferenceOptions.DEFAULTS));
                })
                .onSuccess(found -> {
                    found.ifPresent(c -> {
                        keep(key, c);
                        arrivalListener.accept(List.of(key));
                        revise();
                    });
                })
                .onFailure(unreadable -> LOG.debug("no recalled predictions for {}", key, unreadable)));
    }

    private void arrived(ImageKey key, PictureResult result) {
        put(key, result);
        arrivalListener.accept(List.of(key));
        revise();
        if (result.candidates().isEmpty()) {
            result.findings().stream()
                    .findFirst()
                    .ifPresent(finding ->
                            onFailure.accept(messages.text("error.predict"), new PredictionFailedException(finding)));
        }
    }

    private void put(ImageKey key, PictureResult result) {
        result.candidates().ifPresent(found -> keep(key, found));
    }

    private void keep(ImageKey key, PredictionCandidates found) {
        candidates.put(key, found);
        selected.remove(key);
        if (candidates.size() > PICTURES_IN_MEMORY) {
            ImageKey eldest = candidates.keySet().iterator().next();
            candidates.remove(eldest);
            selected.remove(eldest);
        }
    }

    private List<PosePrediction> select(PredictionCandidates found) {
        return Postprocess.select(found, selection());
    }

    private SelectionOptions selection() {
        return SelectionOptions.DEFAULTS.withConfidence(confidence.get()).withIou(iou.get());
    }

    private void reselect() {
        selected.clear();
        revise();
    }

    private void forgetAll() {
        results.set(null);
        candidates.clear();
        selected.clear();
        origin.set(origin.get() + 1);
        revise();
    }

    private void revise() {
        revision.set(revision.get() + 1);
    }

    private Optional<ImageRecord> record(ImageKey key) {
        return workspace.session().flatMap(s -> s.record(key));
    }

    private Optional<ImageEntry> entry(@Nullable ImageKey key) {
        return key == null ? Optional.empty() : workspace.session().flatMap(s -> s.entry(key));
    }
}
