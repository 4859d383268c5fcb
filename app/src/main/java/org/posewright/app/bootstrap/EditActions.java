package org.posewright.app.bootstrap;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.model.Visibility;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.action.MenuId;
import org.posewright.app.dialog.DialogService;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.editor.CanvasEditing;
import org.posewright.app.viewmodel.editor.EditCommands;
import org.posewright.app.viewmodel.shell.ShellViewModel;

/** Everything that changes labels or the status of a picture. */
final class EditActions {

    private final EditorModels models;
    private final DialogService dialogs;
    private final Messages messages;
    private final EditCommands commands;
    private final CanvasEditing drawing;

    EditActions(EditorModels models, DialogService dialogs, Messages messages) {
        this.models = models;
        this.dialogs = dialogs;
        this.messages = messages;
        this.commands = models.commands();
        this.drawing = models.canvasEditing();
    }

    void define(ActionCatalog actions) {
        defineHistory(actions);
        definePeople(actions);
        definePoints(actions);
        defineStatus(actions);
    }

    private void defineHistory(ActionCatalog actions) {
        actions.define(MenuId.EDIT, "edit.undo")
                .icon("mdi2u-undo-variant")
                .key("Shortcut+Z")
                .enabledWhen(models.workspace()
                        .sessionProperty()
                        .flatMap(s -> s.undoLabelProperty().map(label -> !label.isEmpty()))
                        .orElse(false))
                .runs(() -> step(commands::undoInSight, commands::undo));
        actions.define(MenuId.EDIT, "edit.redo")
                .icon("mdi2r-redo-variant")
                .key("Shortcut+Y")
                .enabledWhen(models.workspace()
                        .sessionProperty()
                        .flatMap(s -> s.redoLabelProperty().map(label -> !label.isEmpty()))
                        .orElse(false))
                .runs(() -> step(commands::redoInSight, commands::redo));
    }

    /** Other screens choose the picture themselves. */
    private void step(Runnable inEditor, Runnable elsewhere) {
        boolean editing =
                ShellViewModel.EDITOR.equals(models.shell().screenProperty().get());
        (editing ? inEditor : elsewhere).run();
    }

    private void definePeople(ActionCatalog actions) {
        ObservableValue<Boolean> picture =
                models.editor().sceneProperty().map(s -> true).orElse(false);
        ObservableValue<Boolean> person =
                models.editor().selectionProperty().map(s -> !s.people().isEmpty());
        actions.define(MenuId.EDIT, "edit.copy")
                .newGroup()
                .key("Shortcut+C")
                .enabledWhen(person)
                .runs(commands::copy);
        actions.define(MenuId.EDIT, "edit.paste")
                .key("Shortcut+V")
                .enabledWhen(picture)
                .runs(commands::paste);
        actions.define(MenuId.EDIT, "edit.delete")
                .key("Delete")
                .enabledWhen(person)
                .runs(commands::delete);
        actions.define(MenuId.EDIT, "edit.delete-person")
                .key("Shortcut+Delete")
                .enabledWhen(person)
                .runs(commands::deletePeople);
        actions.define(MenuId.EDIT, "edit.add-person")
                .newGroup()
                .icon("mdi2a-account-plus-outline")
                .key("Shortcut+N")
                .enabledWhen(picture)
                .runs(drawing::startPlacing);
        actions.define(MenuId.EDIT, "edit.add-template")
                .key("T")
                .enabledWhen(picture)
                .runs(() -> drawing.templateArmedProperty().set(true));
        actions.define(MenuId.EDIT, "edit.fit-box").key("B").enabledWhen(person).runs(commands::fitBoxToKeypoints);
        actions.define(MenuId.EDIT, "edit.fit-box-person")
                .key("Shift+B")
                .enabledWhen(person)
                .runs(commands::fitBoxToPerson);
        actions.define(MenuId.EDIT, "edit.swap-sides")
                .newGroup()
                .icon("mdi2s-swap-horizontal")
                .key("S")
                .enabledWhen(person)
                .runs(commands::swapSides);
        actions.define(MenuId.EDIT, "edit.mirror")
                .key("Shift+M")
                .enabledWhen(person)
                .runs(commands::mirror);
    }

    private void definePoints(ActionCatalog actions) {
        ObservableValue<Boolean> point = models.editor().selectionProperty().map(s -> s.hasKeypoint());
        actions.define(MenuId.EDIT, "edit.swap-pair")
                .key("Shift+S")
                .enabledWhen(point)
                .runs(commands::swapPair);
        actions.define(MenuId.EDIT, "edit.swap-limb")
                .key("Alt+S")
                .enabledWhen(point)
                .runs(commands::swapLimb);
        actions.define(MenuId.EDIT, "edit.swap-people")
                .key("Alt+Shift+S")
                .enabledWhen(point)
                .runs(commands::swapPointWithNeighbour);
        actions.define(MenuId.EDIT, "edit.cycle-flag")
                .newGroup()
                .key("V")
                .enabledWhen(point)
                .runs(commands::cycleVisibility);
        for (Visibility visibility : Visibility.values()) {
            actions.define(MenuId.EDIT, "edit.flag-" + visibility.flag())
                    .key(Integer.toString(visibility.flag()))
                    .enabledWhen(point)
                    .runs(() -> commands.setVisibility(visibility));
        }
        ObservableValue<Boolean> compared = models.editor().comparisonProperty().map(c -> c.isPresent());
        ObservableValue<Boolean> extra = models.editor()
                .comparisonProperty()
                .map(c -> c.filter(x -> !x.extraPredictions().isEmpty()).isPresent());
        actions.define(MenuId.EDIT, "edit.take-model")
                .newGroup()
                .key("M")
                .enabledWhen(compared)
                .runs(commands::takeModelPoint);
        actions.define(MenuId.EDIT, "edit.accept")
                .icon("mdi2a-account-check-outline")
                .key("A")
                .enabledWhen(Bindings.createBooleanBinding(
                        () -> Boolean.TRUE.equals(extra.getValue())
                                || models.editor().selectionProperty().get().hasPrediction(),
                        extra,
                        models.editor().selectionProperty()))
                .runs(commands::acceptPrediction);
        actions.define(MenuId.EDIT, "edit.accept-all")
                .key("Shift+A")
                .enabledWhen(extra)
                .runs(commands::acceptPredictions);
    }

    private void defineStatus(ActionCatalog actions) {
        ObservableValue<Boolean> open = Bindings.createBooleanBinding(
                () -> models.workspace().imageProperty().get() != null,
                models.workspace().imageProperty());
        actions.define(MenuId.EDIT, "edit.reviewed")
                .newGroup()
                .icon("mdi2c-check")
                .key("R")
                .enabledWhen(open)
                .runs(() -> toggle(ImageStatus.ReviewState.REVIEWED));
        actions.define(MenuId.EDIT, "edit.flagged")
                .icon("mdi2f-flag-outline")
                .key("F")
                .enabledWhen(open)
                .runs(() -> toggle(ImageStatus.ReviewState.FLAGGED));
        actions.define(MenuId.EDIT, "edit.note")
                .icon("mdi2n-note-text-outline")
                .key("Shift+N")
                .enabledWhen(open)
                .runs(this::askNote);
    }

    private void askNote() {
        dialogs.askText(
                        messages.text("action.edit.note"),
                        messages.text("inspector.note.prompt"),
                        models.inspector().statusProperty().get().note(),
                        messages.text("inspector.note.keep"))
                .ifPresent(note -> models.inspector().setNote(note.strip()));
    }

    private void toggle(ImageStatus.ReviewState state) {
        ImageStatus now = models.inspector().statusProperty().get();
        models.inspector().setStatus(now.state() == state ? ImageStatus.ReviewState.UNTOUCHED : state);
    }
}
