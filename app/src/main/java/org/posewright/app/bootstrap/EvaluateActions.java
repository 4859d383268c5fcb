package org.posewright.app.bootstrap;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.action.MenuId;
import org.posewright.app.dialog.DialogService;
import org.posewright.app.text.Messages;
import org.posewright.app.view.evaluation.CompareTab;
import org.posewright.app.viewmodel.evaluation.EvaluationModels;
import org.posewright.app.viewmodel.shell.ShellViewModel;

/** The menu Evaluate. */
final class EvaluateActions {

    private final EditorModels models;
    private final EvaluationModels evaluation;
    private final ObjectProperty<CompareTab> tab;
    private final DialogService dialogs;
    private final Messages messages;

    EvaluateActions(
            EditorModels models,
            EvaluationModels evaluation,
            ObjectProperty<CompareTab> tab,
            DialogService dialogs,
            Messages messages) {
        this.models = models;
        this.evaluation = evaluation;
        this.tab = tab;
        this.dialogs = dialogs;
        this.messages = messages;
    }

    void define(ActionCatalog actions) {
        var open = models.shell().hasDataset();
        BooleanBinding canEvaluate = Bindings.createBooleanBinding(
                () -> models.models().model().isPresent()
                        && models.workspace().session().isPresent()
                        && !evaluation.evaluation().busyProperty().get(),
                models.models().modelProperty(),
                models.workspace().sessionProperty(),
                evaluation.evaluation().busyProperty());
        actions.define(MenuId.EVALUATE, "evaluate.split")
                .icon("mdi2s-scale-balance")
                .key("Shortcut+E")
                .enabledWhen(canEvaluate.asObject())
                .runs(() -> {
                    show(CompareTab.QUEUE);
                    evaluation.evaluation().evaluateModel();
                });
        actions.define(MenuId.EVALUATE, "evaluate.results").enabledWhen(open).runs(this::openResults);
        actions.define(MenuId.EVALUATE, "evaluate.queue")
                .newGroup()
                .key("F6")
                .enabledWhen(open)
                .runs(() -> show(CompareTab.QUEUE));
        actions.define(MenuId.EVALUATE, "evaluate.suspects").enabledWhen(open).runs(() -> {
            show(CompareTab.QUEUE);
            evaluation.queue().showSuspects();
        });
        actions.define(MenuId.EVALUATE, "evaluate.next")
                .enabledWhen(evaluation.queue().casesProperty().map(cases -> !cases.isEmpty()))
                .runs(() -> evaluation.queue().step(1));
        definePages(actions);
        actions.define(MenuId.EVALUATE, "evaluate.add")
                .enabledWhen(evaluation
                        .evaluation()
                        .resultProperty()
                        .map(result -> true)
                        .orElse(false))
                .runs(this::addResult);
        actions.define(MenuId.EVALUATE, "evaluate.editor")
                .icon("mdi2a-arrow-left")
                .key("F5")
                .enabledWhen(open)
                .runs(() -> models.shell().screenProperty().set(ShellViewModel.EDITOR));
    }

    private void definePages(ActionCatalog actions) {
        var open = models.shell().hasDataset();
        boolean first = true;
        for (CompareTab page : List.of(CompareTab.NUMBERS, CompareTab.CURVES, CompareTab.JOINTS, CompareTab.MODELS)) {
            var builder = actions.define(
                            MenuId.EVALUATE, "evaluate." + page.name().toLowerCase(java.util.Locale.ROOT))
                    .enabledWhen(open);
            if (first) {
                builder.newGroup();
                first = false;
            }
            builder.runs(() -> show(page));
        }
    }

    private void show(CompareTab page) {
        tab.set(page);
        models.shell().screenProperty().set(CompareScreen.ID);
    }

    private void openResults() {
        dialogs.chooseFile(
                        messages.text("action.evaluate.results"),
                        List.of(new DialogService.FileKind(messages.text("file-kind.results"), List.of("*.json"))))
                .ifPresent(this::evaluateResults);
    }

    private void evaluateResults(Path file) {
        show(CompareTab.QUEUE);
        evaluation.evaluation().evaluateResults(file);
    }

    private void addResult() {
        dialogs.chooseFile(
                        messages.text("action.evaluate.add"),
                        List.of(new DialogService.FileKind(
                                messages.text("file-kind.models-results"), List.of("*.onnx", "*.pt", "*.json"))))
                .ifPresent(file -> {
                    show(CompareTab.MODELS);
                    evaluation.sideBySide().add(file);
                });
    }
}
