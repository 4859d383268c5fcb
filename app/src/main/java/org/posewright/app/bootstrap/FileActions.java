package org.posewright.app.bootstrap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.app.action.ActionBuilder;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.action.MenuId;
import org.posewright.app.dialog.ContentDialog;
import org.posewright.app.dialog.DialogService;
import org.posewright.app.inference.ResultsByPicture;
import org.posewright.app.text.Messages;
import org.posewright.app.view.editor.ThresholdForm;
import org.posewright.app.viewmodel.model.DeviceParity;
import org.posewright.runtime.DeviceRequest;

/** Opening, closing, leaving. */
final class FileActions {

    private static final List<String> DATASET_FILES = List.of("*.yaml", "*.yml", "*.json", "*.jpg", "*.jpeg", "*.png");
    private static final List<String> MODEL_FILES = List.of("*.onnx", "*.pt");

    private final EditorModels models;
    private final DeviceParity parity;
    private final DialogService dialogs;
    private final Messages messages;

    FileActions(EditorModels models, DeviceParity parity, DialogService dialogs, Messages messages) {
        this.models = models;
        this.parity = parity;
        this.dialogs = dialogs;
        this.messages = messages;
    }

    void define(ActionCatalog actions) {
        actions.define(MenuId.FILE, "file.open-folder")
                .icon("mdi2f-folder-open-outline")
                .key("Shortcut+O")
                .runs(this::openFolder);
        actions.define(MenuId.FILE, "file.open-file")
                .icon("mdi2f-file-document-outline")
                .key("Shortcut+Shift+O")
                .runs(this::openFile);
        defineModel(actions);
    }

    void defineLeaving(ActionCatalog actions, Runnable quit) {
        actions.define(MenuId.FILE, "file.close")
                .key("Shortcut+W")
                .newGroup()
                .enabledWhen(models.shell().hasDataset())
                .runs(models.opening()::close);
        actions.define(MenuId.FILE, "file.quit").key("Shortcut+Q").newGroup().runs(quit);
    }

    /** Opens whatever a path names: a dataset folder or file, or a model. */
    void openPath(Path path) {
        if (isModel(path)) {
            models.models().open(path);
        } else if (models.workspace().session().isPresent() && isResults(path)) {
            models.predictions().showResults(path);
        } else {
            models.opening().open(OpenRequest.of(path));
        }
    }

    /** Whether a path names a model rather than a dataset. */
    static boolean isModel(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".onnx") || name.endsWith(".pt");
    }

    private static boolean isResults(Path path) {
        try {
            return ResultsByPicture.isResults(path);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private void defineModel(ActionCatalog actions) {
        var loaded = models.models().modelProperty().map(m -> true).orElse(false);
        BooleanProperty canPredict = new SimpleBooleanProperty();
        canPredict.bind(javafx.beans.binding.Bindings.createBooleanBinding(
                () -> models.models().model().isPresent()
                        && models.workspace().imageProperty().get() != null,
                models.models().modelProperty(),
                models.workspace().imageProperty()));
        actions.define(MenuId.MODEL, "model.open")
                .icon("mdi2c-cube-outline")
                .key("Shortcut+M")
                .runs(this::openModel);
        actions.define(MenuId.MODEL, "model.close").enabledWhen(loaded).runs(models.models()::close);
        actions.define(MenuId.MODEL, "model.predict")
                .icon("mdi2p-play-outline")
                .key("P")
                .newGroup()
                .enabledWhen(canPredict)
                .runs(models.predictions()::predictCurrent);
        actions.define(MenuId.MODEL, "model.predict-all")
                .key("Shortcut+P")
                .enabledWhen(canPredict)
                .runs(() -> models.predictions()
                        .predictAll(
                                messages.text("task.predict-all", splitName()),
                                models.browser().entries()));
        actions.define(MenuId.MODEL, "model.thresholds")
                .enabledWhen(models.shell().hasDataset())
                .runs(() -> dialogs.show(new ContentDialog(
                        messages.text("action.model.thresholds"),
                        new ThresholdForm(models.predictions(), messages),
                        "",
                        new SimpleBooleanProperty(true))));
        actions.define(MenuId.MODEL, "model.results")
                .newGroup()
                .enabledWhen(models.shell().hasDataset())
                .runs(this::openResults);
        actions.define(MenuId.MODEL, "model.hide-results")
                .enabledWhen(models.predictions()
                        .resultsFileProperty()
                        .map(file -> true)
                        .orElse(false))
                .runs(models.predictions()::hideResults);
        defineDevices(actions, canPredict);
    }

    private void defineDevices(ActionCatalog actions, BooleanProperty canPredict) {
        boolean first = true;
        for (DeviceRequest device : DeviceRequest.values()) {
            BooleanProperty chosen = new SimpleBooleanProperty();
            models.models().deviceProperty().subscribe(now -> chosen.set(now == device));
            ActionBuilder action =
                    actions.define(MenuId.MODEL, "model.device-" + device.name().toLowerCase(Locale.ROOT));
            if (first) {
                action.newGroup();
                first = false;
            }
            action.choice(chosen, () -> models.models().deviceProperty().set(device));
        }
        actions.define(MenuId.MODEL, "model.parity")
                .enabledWhen(canPredict)
                .runs(() -> parity.check(
                        models.browser().entries(),
                        outcome -> dialogs.tell(
                                DialogService.Severity.INFORMATION,
                                messages.text("action.model.parity"),
                                outcome,
                                "")));
    }

    private String splitName() {
        String split = models.browser().splitProperty().get();
        return split == null ? messages.text("browser.all") : split;
    }

    private void openFolder() {
        dialogs.chooseFolder(messages.text("action.file.open-folder")).ifPresent(this::openPath);
    }

    private void openFile() {
        dialogs.chooseFile(
                        messages.text("action.file.open-file"),
                        List.of(new DialogService.FileKind(messages.text("file-kind.dataset"), DATASET_FILES)))
                .ifPresent(this::openPath);
    }

    private void openResults() {
        dialogs.chooseFile(
                        messages.text("action.model.results"),
                        List.of(new DialogService.FileKind(messages.text("file-kind.results"), List.of("*.json"))))
                .ifPresent(models.predictions()::showResults);
    }

    private void openModel() {
        dialogs.chooseFile(
                        messages.text("action.model.open"),
                        List.of(new DialogService.FileKind(messages.text("file-kind.model"), MODEL_FILES)))
                .ifPresent(models.models()::open);
    }
}
