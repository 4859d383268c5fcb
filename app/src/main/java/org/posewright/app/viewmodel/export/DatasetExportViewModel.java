package org.posewright.app.viewmodel.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.posewright.annotations.convert.ExportReport;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskService;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.browser.BrowserViewModel;
import org.posewright.app.viewmodel.model.ModelViewModel;
import org.posewright.app.viewmodel.model.SplitRun;
import org.posewright.app.viewmodel.session.DatasetSession;
import org.posewright.app.viewmodel.session.Workspace;

/** Exports of the open dataset. The labels are frozen when an export starts; editing goes on meanwhile. */
public final class DatasetExportViewModel {

    /** What of the window it looks at. */
    public record Window(Workspace workspace, BrowserViewModel browser, ModelViewModel models) {}

    private final Window window;
    private final TaskService tasks;
    private final Messages messages;
    private final Consumer<ExportReport> onDone;
    private final BiConsumer<String, Throwable> onFailure;

    public DatasetExportViewModel(
            Window window,
            TaskService tasks,
            Messages messages,
            Consumer<ExportReport> onDone,
            BiConsumer<String, Throwable> onFailure) {
        this.window = window;
        this.tasks = tasks;
        this.messages = messages;
        this.onDone = onDone;
        this.onFailure = onFailure;
    }

    /** Whether a model is open whose predictions can be exported. */
    public boolean hasModel() {
        return window.models().model().isPresent();
    }

    /** The pictures that a part means now. */
    public List<ImageEntry> entries(ExportChoice.Part part) {
        return window.workspace()
                .session()
                .map(session -> entries(session, part))
                .orElse(List.of());
    }

    /** Why a choice cannot be exported, in a sentence; empty when it can. */
    public Optional<String> complaint(ExportChoice choice) {
        Optional<DatasetSession> session = window.workspace().session();
        if (session.isEmpty() || entries(choice.part()).isEmpty()) {
            return Optional.of(messages.text("export.nothing"));
        }
        if (choice.format() == ExportChoice.Format.RESULTS && !hasModel()) {
            return Optional.of(messages.text("export.no-model"));
        }
        Path root = session.get().store().frame().root().toAbsolutePath().normalize();
        Path target = choice.folder().toAbsolutePath().normalize();
        boolean over = root.startsWith(target) || target.startsWith(root);
        return choice.format().fillsFolder() && over
                ? Optional.of(messages.text("export.same-folder"))
                : Optional.empty();
    }

    /** Starts, after the edits that are on their way. */
    public void export(ExportChoice choice) {
        if (complaint(choice).isEmpty()) {
            window.workspace().session().ifPresent(session -> session.edits().whenIdle(() -> start(session, choice)));
        }
    }

    private void start(DatasetSession session, ExportChoice choice) {
        ExportJob job = new ExportJob(
                choice,
                session.source(),
                session.store().snapshot(),
                entries(session, choice.part()),
                SplitRun.ofOpenModel(window.models()));
        tasks.submit(TaskRequest.<ExportReport>shown(
                        messages.text(
                                "task.export", Objects.toString(choice.folder().getFileName(), "")),
                        Lane.BATCH,
                        job)
                .onSuccess(onDone)
                .onFailure(failure -> onFailure.accept(messages.text("error.export"), failure)));
    }

    private List<ImageEntry> entries(DatasetSession session, ExportChoice.Part part) {
        return switch (part) {
            case ALL -> session.source().entries();
            case LISTED -> window.browser().entries();
            case OPEN ->
                Optional.ofNullable(window.workspace().imageProperty().get()).flatMap(session::entry).stream()
                        .toList();
            case REVIEWED -> {
                Map<ImageKey, ImageStatus> statuses = session.store().statuses();
                yield session.source().entries().stream()
                        .filter(entry -> statuses.containsKey(entry.key())
                                && statuses.get(entry.key()).state() == ImageStatus.ReviewState.REVIEWED)
                        .toList();
            }
        };
    }
}
