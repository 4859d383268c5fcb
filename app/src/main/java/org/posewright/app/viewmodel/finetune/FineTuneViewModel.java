package org.posewright.app.viewmodel.finetune;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskSlot;
import org.posewright.app.training.DataChoice;
import org.posewright.app.training.RunEstimator;
import org.posewright.app.training.RunFiles;
import org.posewright.app.training.RunRequest;
import org.posewright.app.training.TrainingNatives;
import org.posewright.app.training.TrainingSnapshot;
import org.posewright.app.viewmodel.session.DatasetSession;
import org.posewright.app.viewmodel.session.Workspace;
import org.posewright.training.export.ModelFileReader;

/** The dialog Train ▸ Fine-tune…: what to train, on what, how; whether it can start; how long it will take. */
public final class FineTuneViewModel {

    /** Share held out where the dataset has a single split. */
    private static final int HELD_OUT_PERCENT = 20;

    /** Up to so many corrected pictures the gentle preset is proposed. */
    private static final int FEW_CORRECTIONS = 200;

    private final Workspace workspace;
    private final TrainingServices services;
    private final TrainingSettings settings = new TrainingSettings();
    private final TaskSlot counting;
    private final TaskSlot estimating;
    private final TaskSlot looking;
    private final ObjectProperty<@Nullable Path> model = new SimpleObjectProperty<>(this, "model");
    private final ObjectProperty<DataChoice> choice =
            new SimpleObjectProperty<>(this, "choice", new DataChoice("train", DataChoice.Pictures.ALL, "val", 0));
    private final ReadOnlyObjectWrapper<Readiness> readiness =
            new ReadOnlyObjectWrapper<>(this, "readiness", Readiness.UNKNOWN);
    private final ReadOnlyStringWrapper estimate = new ReadOnlyStringWrapper(this, "estimate", "");
    private @Nullable Counts counts;

    /** How many pictures and people a choice has. */
    public record Counts(int training, int heldOut, int people, int joints, int corrected) {}

    /** Whether a run can begin: the missing condition, or how much there is. */
    public record Readiness(boolean isReady, String sentence) {

        static final Readiness UNKNOWN = new Readiness(false, "");
    }

    public FineTuneViewModel(Workspace workspace, TrainingServices services) {
        this.workspace = workspace;
        this.services = services;
        counting = new TaskSlot(services.tasks());
        estimating = new TaskSlot(services.tasks());
        looking = new TaskSlot(services.tasks());
        model.subscribe(this::modelChanged);
        settings.revisionProperty().subscribe(this::refresh);
        settings.revisionProperty().subscribe(this::stopMeasuring);
        choice.subscribe(this::recount);
        choice.subscribe(this::stopMeasuring);
        workspace.sessionProperty().subscribe(this::sessionChanged);
    }

    public TrainingSettings settings() {
        return settings;
    }

    public ObjectProperty<@Nullable Path> modelProperty() {
        return model;
    }

    public ObjectProperty<DataChoice> choiceProperty() {
        return choice;
    }

    public ReadOnlyObjectProperty<Readiness> readinessProperty() {
        return readiness.getReadOnlyProperty();
    }

    /** Time and memory as measured, or how the measuring stands; empty before. */
    public ReadOnlyStringProperty estimateProperty() {
        return estimate.getReadOnlyProperty();
    }

    /** Splits of the open dataset. */
    public List<String> splits() {
        return workspace
                .session()
                .map(s -> s.source().description().splits().stream()
                        .map(split -> split.split())
                        .toList())
                .orElse(List.of());
    }

    /** Called when the dialog comes up: labels and statuses may have changed. */
    public void recount() {
        Optional<DatasetSession> session = workspace.session();
        counts = null;
        refresh();
        if (session.isEmpty() || !isLoaded(session.get())) {
            return;
        }
        DataChoice wanted = choice.get();
        Dataset dataset = session.get().store().snapshot();
        Map<ImageKey, ImageStatus> statuses = session.get().store().statuses();
        counting.submit(TaskRequest.<Counts>quiet(
                        Lane.IO,
                        (progress, token) -> count(wanted.of(dataset, statuses).dataset(), corrected(statuses)))
                .onSuccess(result -> {
                    counts = result;
                    settings.suggest(
                            result.corrected() <= FEW_CORRECTIONS
                                    ? TrainingSettings.Preset.CORRECTION
                                    : TrainingSettings.Preset.REFERENCE);
                    refresh();
                })
                .onFailure(failure ->
                        services.onFailure().accept(services.messages().text("train.error.count"), failure)));
    }

    /** Starts the run; {@code onStarted} hears of its folder. */
    public void start(Consumer<RunFiles> onStarted) {
        DatasetSession session = workspace.session().orElseThrow();
        RunRequest request = request(session);
        DataChoice wanted = choice.get();
        Dataset dataset = session.store().snapshot();
        Map<ImageKey, ImageStatus> statuses = session.store().statuses();
        estimating.cancel();
        services.tasks()
                .submit(TaskRequest.<RunFiles>shown(
                                services.messages().text("train.task.start"),
                                Lane.IO,
                                (progress, token) -> services.launcher()
                                        .begin(request, wanted.of(dataset, statuses), progress, token))
                        .onSuccess(onStarted)
                        .onFailure(failure ->
                                services.onFailure().accept(services.messages().text("train.error.start"), failure)));
    }

    /** Measures a few steps in the background. */
    public void measure() {
        DatasetSession session = workspace.session().orElseThrow();
        RunRequest request = request(session);
        DataChoice wanted = choice.get();
        Dataset dataset = session.store().snapshot();
        Map<ImageKey, ImageStatus> statuses = session.store().statuses();
        estimate.set(services.messages().text("train.estimate.measuring"));
        estimating.submit(TaskRequest.<RunEstimator.Estimate>shown(
                        services.messages().text("train.task.estimate"),
                        Lane.PROCESS,
                        (progress, token) ->
                                services.estimator().measure(request, wanted.of(dataset, statuses), progress, token))
                .onSuccess(result -> estimate.set(services.messages()
                        .text(
                                "train.estimate.result",
                                RunText.duration(result.seconds()),
                                RunText.gigabytes(result.memoryBytes()),
                                String.format(Locale.ROOT, "%.1f", result.imagesPerSecond()))))
                .onCancelled(() -> estimate.set(""))
                .onFailure(failure -> estimate.set(
                        services.messages().text("train.estimate.failed", String.valueOf(failure.getMessage())))));
    }

    /** Ends measuring, if it goes on, and forgets what was measured: for other settings it says nothing. */
    public void stopMeasuring() {
        estimating.cancel();
        estimate.set("");
    }

    private RunRequest request(DatasetSession session) {
        return new RunRequest(
                String.valueOf(model.get()),
                session.store().frame().root().toString(),
                services.messages()
                        .text("train.choice." + choice.get().pictures().name().toLowerCase(Locale.ROOT)),
                settings.words());
    }

    /** Pictures that a person changed or looked through. */
    private static int corrected(Map<ImageKey, ImageStatus> statuses) {
        return (int) statuses.values().stream()
                .filter(status -> status.state() != ImageStatus.ReviewState.UNTOUCHED)
                .count();
    }

    private static Counts count(Dataset dataset, int corrected) {
        List<ImageRecord> training = dataset.images(TrainingSnapshot.TRAIN);
        int people = 0;
        int joints = 0;
        for (ImageRecord image : training) {
            people += image.people().size();
            joints += image.people().stream()
                    .mapToInt(person -> person.keypoints().labeledCount())
                    .sum();
        }
        return new Counts(
                training.size(), dataset.images(TrainingSnapshot.HELD_OUT).size(), people, joints, corrected);
    }

    private void sessionChanged(@Nullable DatasetSession session) {
        counts = null;
        if (session != null) {
            List<String> splits = splits();
            String train = splits.contains("train") || splits.isEmpty() ? "train" : splits.get(0);
            String held = splits.stream()
                    .filter(split -> !split.equals(train) && !split.equals("test"))
                    .findFirst()
                    .orElse("");
            choice.set(new DataChoice(train, DataChoice.Pictures.ALL, held, HELD_OUT_PERCENT));
        }
        refresh();
    }

    /** Training goes on at the size that the model knows. */
    private void modelChanged(@Nullable Path file) {
        refresh();
        stopMeasuring();
        looking.cancel();
        settings.suggestImageSize(OptionalInt.empty());
        if (file != null && isCheckpoint(file)) {
            looking.submit(TaskRequest.<OptionalInt>quiet(Lane.IO, (progress, token) -> ModelFileReader.imageSize(file))
                    .onSuccess(settings::suggestImageSize)
                    .onFailure(unreadable -> settings.suggestImageSize(OptionalInt.empty())));
        }
    }

    private static boolean isLoaded(DatasetSession session) {
        return session.store().loadedCount() >= session.source().entries().size();
    }

    private void refresh() {
        String missing = missing();
        Counts known = counts;
        readiness.set(
                missing.isEmpty() && known != null
                        ? new Readiness(
                                true,
                                services.messages()
                                        .text("train.ready", known.training(), known.people(), known.heldOut()))
                        : new Readiness(false, missing));
    }

    /** The first missing condition; empty when there is none. */
    private String missing() {
        Path file = model.get();
        Optional<DatasetSession> session = workspace.session();
        List<String> problems = settings.problems();
        if (!TrainingNatives.arePresent()) {
            return services.messages().text("train.missing.natives", TrainingNatives.platform());
        }
        if (session.isEmpty()) {
            return services.messages().text("train.missing.dataset");
        }
        if (!isLoaded(session.get())) {
            return services.messages().text("train.missing.labels");
        }
        if (file == null) {
            return services.messages().text("train.missing.model");
        }
        if (!isCheckpoint(file)) {
            return services.messages().text("train.missing.checkpoint", String.valueOf(file.getFileName()));
        }
        if (!problems.isEmpty()) {
            return problems.get(0);
        }
        return missing(counts);
    }

    private String missing(@Nullable Counts known) {
        if (known == null) {
            return services.messages().text("train.missing.counting");
        }
        if (known.training() == 0) {
            return services.messages().text("train.missing.pictures");
        }
        if (known.people() == 0 || known.joints() == 0) {
            return services.messages().text("train.missing.people");
        }
        return known.heldOut() == 0 ? services.messages().text("train.missing.held-out") : "";
    }

    private static boolean isCheckpoint(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return (name.endsWith(".pt") || name.endsWith(".onnx")) && Files.isRegularFile(file);
    }
}
