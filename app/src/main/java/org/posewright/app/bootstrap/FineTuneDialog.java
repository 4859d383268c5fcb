package org.posewright.app.bootstrap;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import org.posewright.app.dialog.ContentDialog;
import org.posewright.app.dialog.DialogService;
import org.posewright.app.text.Messages;
import org.posewright.app.training.RunFiles;
import org.posewright.app.view.finetune.FineTuneForm;
import org.posewright.app.viewmodel.finetune.FineTuneViewModel;
import org.posewright.app.viewmodel.model.ModelViewModel;

/** The dialog before a run: from which checkpoint, on which pictures, with which settings. */
final class FineTuneDialog {

    private static final List<String> CHECKPOINTS = List.of("*.pt", "*.onnx");

    private final FineTuneViewModel form;
    private final ModelViewModel models;
    private final DialogService dialogs;
    private final Messages messages;

    FineTuneDialog(FineTuneViewModel form, ModelViewModel models, DialogService dialogs, Messages messages) {
        this.form = form;
        this.models = models;
        this.dialogs = dialogs;
        this.messages = messages;
    }

    /** Brings the form up to date with the model and the labels of now. */
    void refresh() {
        if (form.modelProperty().get() == null) {
            models.file().ifPresent(open -> form.modelProperty().set(checkpointBeside(open)));
        }
        form.recount();
    }

    /**
     * @param showBatches what the form offers to look at before the start
     * @param started hears of the run, if one was started
     */
    void show(Runnable showBatches, Consumer<RunFiles> started) {
        refresh();
        FineTuneForm content = new FineTuneForm(form, this::chooseCheckpoint, showBatches, messages);
        SimpleBooleanProperty canStart = new SimpleBooleanProperty();
        canStart.bind(form.readinessProperty().map(FineTuneViewModel.Readiness::isReady));
        boolean confirmed = dialogs.show(new ContentDialog(
                messages.text("train.form.title"), content, messages.text("train.form.start"), canStart));
        form.stopMeasuring();
        if (confirmed) {
            form.start(started);
        }
    }

    private Optional<Path> chooseCheckpoint() {
        return dialogs.chooseFile(
                messages.text("train.form.choose-model"),
                List.of(new DialogService.FileKind(messages.text("train.form.checkpoint-files"), CHECKPOINTS)));
    }

    /** The checkpoint that an exported model came from lies, as a rule, beside it. */
    private static Path checkpointBeside(Path model) {
        String name = String.valueOf(model.getFileName()).replaceFirst("(-dynamic)?\\.onnx$", ".pt");
        Path checkpoint = model.resolveSibling(name);
        return Files.isRegularFile(checkpoint) ? checkpoint : model;
    }
}
