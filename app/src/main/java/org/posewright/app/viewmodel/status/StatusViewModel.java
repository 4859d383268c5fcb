package org.posewright.app.viewmodel.status;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.posewright.app.inference.SkeletonFit;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskHandle;
import org.posewright.app.task.TaskProgress;
import org.posewright.app.task.TaskService;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.browser.BrowserViewModel;
import org.posewright.app.viewmodel.model.ModelFit;
import org.posewright.app.viewmodel.model.ModelViewModel;
import org.posewright.app.viewmodel.model.OpenModel;
import org.posewright.app.viewmodel.session.DatasetSession;
import org.posewright.app.viewmodel.session.Workspace;
import org.posewright.runtime.DeviceReport;
import org.posewright.runtime.DeviceRequest;

/** The sentences of the status bar. */
public final class StatusViewModel {

    /** A second; what goes by faster is bytes of a file, which are nobody's measure. */
    private static final double BYTES_AT_LEAST = 1e6;

    /** The open model, and whether it goes with the dataset. */
    public record Model(ModelViewModel models, ModelFit fit) {}

    private final Workspace workspace;
    private final BrowserViewModel browser;
    private final TaskService tasks;
    private final Messages messages;
    private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper(this, "place", "");
    private final ReadOnlyStringWrapper model = new ReadOnlyStringWrapper(this, "model", "");
    private final ReadOnlyStringWrapper modelDetail = new ReadOnlyStringWrapper(this, "modelDetail", "");
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper(this, "saved", "");

    public StatusViewModel(
            Workspace workspace, BrowserViewModel browser, Model opened, TaskService tasks, Messages messages) {
        this.workspace = workspace;
        this.browser = browser;
        this.tasks = tasks;
        this.messages = messages;
        workspace.sessionProperty().subscribe(this::sessionChanged);
        workspace.imageProperty().subscribe(this::refreshPlace);
        browser.picturesProperty().subscribe(this::refreshPlace);
        opened.models().modelProperty().subscribe(model -> refreshModel(opened));
        opened.fit().mismatchProperty().subscribe(mismatch -> refreshModel(opened));
    }

    /** Dataset, split, and which picture of how many. */
    public ReadOnlyStringProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** The model, and the device that really runs it. */
    public ReadOnlyStringProperty modelProperty() {
        return model.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty modelDetailProperty() {
        return modelDetail.getReadOnlyProperty();
    }

    /** Whether everything is saved; empty while nothing is open. */
    public ReadOnlyStringProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    public boolean hasUnsaved() {
        return workspace
                .session()
                .filter(s -> s.unsavedImagesProperty().get() > 0)
                .isPresent();
    }

    public ObservableList<TaskHandle> running() {
        return tasks.running();
    }

    /** Progress in words: the task's own, or else share, rate (downloads tell theirs in their dialog) and time left. */
    public String describe(TaskHandle task) {
        TaskProgress progress = task.progressProperty().get();
        if (task.isTelling()) {
            return progress.message();
        }
        StringBuilder text = new StringBuilder();
        if (progress.total() > 0) {
            text.append(Math.round(100 * progress.fraction())).append(" %");
        }
        boolean fromNetwork = task.lane() == Lane.NETWORK;
        progress.rate().ifPresent(rate -> {
            if (fromNetwork || rate > BYTES_AT_LEAST) {
                return;
            }
            String number = String.format(Locale.ROOT, rate < 100 ? "%.1f" : "%.0f", rate);
            text.append(" · ").append(messages.text("status.rate", number));
        });
        progress.remainingSeconds().ifPresent(seconds -> {
            long whole = Math.round(seconds);
            text.append(" · ").append(String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60));
        });
        return text.toString();
    }

    private void sessionChanged(@Nullable DatasetSession session) {
        refreshPlace();
        refreshSaved();
        if (session != null) {
            session.unsavedImagesProperty().subscribe(this::refreshSaved);
            session.undoLabelProperty().subscribe(this::refreshSaved);
        }
    }

    private void refreshPlace() {
        Optional<DatasetSession> session = workspace.session();
        if (session.isEmpty()) {
            place.set(messages.text("status.nothing-open"));
            return;
        }
        String split = browser.splitProperty().get();
        int at = browser.current();
        int count = browser.picturesProperty().get().keys().size();
        String name = session.get().store().frame().name();
        place.set(name + (split == null ? "" : " · " + split) + " · "
                + (at < 0 ? messages.text("status.pictures", count) : messages.text("status.position", at + 1, count)));
    }

    private void refreshModel(Model of) {
        OpenModel opened = of.models().modelProperty().get();
        if (opened == null) {
            model.set(messages.text("status.no-model"));
            modelDetail.set(messages.text("status.no-model.hint"));
            return;
        }
        DeviceReport device = opened.model().device();
        String wish = device.requested() == DeviceRequest.AUTO
                        && device.unmetReason().isEmpty()
                ? messages.text("status.asked-auto")
                : device.unmetReason().isPresent()
                        ? messages.text(
                                "status.asked", device.requested().name().toLowerCase(Locale.ROOT))
                        : "";
        String file = String.valueOf(opened.file().getFileName());
        SkeletonFit misfit = of.fit().mismatchProperty().get();
        if (misfit != null) {
            model.set(messages.text("status.misfit", file, misfit.predicted(), misfit.labelled()));
            modelDetail.set(of.fit().complaint().orElse(""));
            return;
        }
        model.set(file + " · " + device.provider() + (wish.isEmpty() ? "" : " (" + wish + ")"));
        modelDetail.set(file + "\n" + device.summary());
    }

    private void refreshSaved() {
        Optional<DatasetSession> session = workspace.session();
        int unsaved = session.map(s -> s.unsavedImagesProperty().get()).orElse(0);
        saved.set(
                session.isEmpty()
                        ? ""
                        : unsaved == 0 ? messages.text("status.saved") : messages.text("status.unsaved", unsaved));
    }
}
