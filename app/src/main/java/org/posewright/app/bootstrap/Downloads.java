package org.posewright.app.bootstrap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.action.MenuId;
import org.posewright.app.dialog.ContentDialog;
import org.posewright.app.dialog.DialogService;
import org.posewright.app.download.CocoPoseFetch;
import org.posewright.app.download.CocoPoseRoom;
import org.posewright.app.download.DatasetCatalog;
import org.posewright.app.download.Downloader;
import org.posewright.app.download.ModelCatalog;
import org.posewright.app.download.ModelFetch;
import org.posewright.app.task.TaskService;
import org.posewright.app.text.Messages;
import org.posewright.app.view.download.CocoDownloadView;
import org.posewright.app.view.download.ModelDownloadView;
import org.posewright.app.viewmodel.download.CocoPoseChoice;
import org.posewright.app.viewmodel.download.DownloadViewModel;

/** The dialogs that fetch models and COCO-Pose. A transfer goes on while its dialog is closed, and the status bar shows it. */
final class Downloads {

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(20);

    private final TaskService tasks;
    private final DownloadViewModel download;
    private final DialogService dialogs;
    private final Messages messages;
    private final Supplier<Preferences> preferences;
    private final Path models;

    /**
     * @param models folder for fetched models
     */
    Downloads(
            TaskService tasks,
            DownloadViewModel download,
            DialogService dialogs,
            Messages messages,
            Supplier<Preferences> preferences,
            Path models) {
        this.tasks = tasks;
        this.download = download;
        this.dialogs = dialogs;
        this.messages = messages;
        this.preferences = preferences;
        this.models = models;
    }

    /**
     * @param open opens a dataset or a model
     */
    void define(ActionCatalog actions, Consumer<Path> open) {
        actions.define(MenuId.FILE, "file.get-coco")
                .icon("mdi2c-cloud-download-outline")
                .runs(() -> cocoDialog(open));
        actions.define(MenuId.MODEL, "model.get").icon("mdi2d-download").runs(() -> modelDialog(open));
    }

    private void modelDialog(Consumer<Path> open) {
        ModelCatalog catalog = preferences.get().addresses().modelCatalog();
        show(
                "action.model.get",
                new ModelDownloadView(catalog, models, download, entry -> fetch(entry, open), messages));
    }

    private void fetch(ModelCatalog.Entry entry, Consumer<Path> open) {
        download.start(
                messages.text("task.get-model", entry.name()),
                (progress, token) ->
                        new ModelFetch(new Downloader(CONNECT_PATIENCE), models).fetch(entry, progress, token),
                open);
    }

    private void cocoDialog(Consumer<Path> open) {
        DatasetCatalog catalog = preferences.get().addresses().datasetCatalog();
        Path suggested = Path.of(System.getProperty("user.home"), "datasets");
        DatasetCatalog.Choice first = catalog.choice(DatasetCatalog.Extent.VALIDATION);
        show(
                "action.file.get-coco",
                new CocoDownloadView(
                        catalog,
                        new CocoPoseChoice(tasks, new CocoPoseRoom(), first, suggested),
                        () -> dialogs.chooseFolder(messages.text("download.change-folder")),
                        download,
                        (choice, folder) -> fetch(choice, folder, open),
                        messages));
    }

    private void fetch(DatasetCatalog.Choice choice, Path folder, Consumer<Path> open) {
        download.start(
                messages.text("task.get-coco"),
                (progress, token) -> new CocoPoseFetch(new Downloader(CONNECT_PATIENCE), new CocoPoseRoom())
                        .fetch(choice, folder, progress, token),
                open);
    }

    private void show(String titleKey, Node content) {
        if (download.stateProperty().get() == DownloadViewModel.State.DONE) {
            download.dismiss();
        }
        dialogs.show(new ContentDialog(messages.text(titleKey), content, "", new SimpleBooleanProperty(true)));
    }
}
