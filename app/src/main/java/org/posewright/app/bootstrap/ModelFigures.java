package org.posewright.app.bootstrap;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.SimpleBooleanProperty;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.action.MenuId;
import org.posewright.app.dialog.ContentDialog;
import org.posewright.app.dialog.DialogService;
import org.posewright.app.figures.MeasurementFile;
import org.posewright.app.task.TaskService;
import org.posewright.app.text.Messages;
import org.posewright.app.view.figures.ModelFiguresView;
import org.posewright.app.viewmodel.figures.ModelFiguresViewModel;

/** The models page. */
final class ModelFigures {

    private final ModelFiguresViewModel figures;
    private final DialogService dialogs;
    private final Messages messages;

    /**
     * @param data folder for the measurements
     */
    ModelFigures(
            EditorModels models,
            TaskService tasks,
            Path data,
            DialogService dialogs,
            Messages messages,
            BiConsumer<String, Throwable> onFailure) {
        this.dialogs = dialogs;
        this.messages = messages;
        this.figures = new ModelFiguresViewModel(
                new ModelFiguresViewModel.Scope(models.workspace(), models.models(), models.browser()),
                tasks,
                new org.posewright.app.inference.ModelFiles(),
                new MeasurementFile(data.resolve("measurements.json")),
                messages,
                onFailure);
    }

    void define(ActionCatalog actions, Supplier<Preferences> preferences) {
        actions.define(MenuId.MODEL, "model.figures").icon("mdi2t-table").runs(() -> {
            figures.load(preferences.get().addresses().modelCatalog());
            dialogs.show(new ContentDialog(
                    messages.text("action.model.figures"),
                    new ModelFiguresView(figures, messages),
                    "",
                    new SimpleBooleanProperty(true)));
        });
    }
}
