package org.posewright.app.bootstrap;

import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.posewright.annotations.convert.ExportReport;
import org.posewright.annotations.model.Finding;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.action.MenuId;
import org.posewright.app.dialog.ContentDialog;
import org.posewright.app.dialog.DialogService;
import org.posewright.app.task.TaskService;
import org.posewright.app.text.Messages;
import org.posewright.app.view.export.ExportForm;
import org.posewright.app.viewmodel.export.DatasetExportViewModel;
import org.posewright.app.viewmodel.export.ExportChoice;

/** File ▸ Export…: asks, starts the job, tells what came of it. */
final class DatasetExport {

    private final EditorModels models;
    private final DialogService dialogs;
    private final Messages messages;
    private final DatasetExportViewModel exports;

    DatasetExport(
            EditorModels models,
            TaskService tasks,
            DialogService dialogs,
            Messages messages,
            BiConsumer<String, Throwable> onFailure) {
        this.models = models;
        this.dialogs = dialogs;
        this.messages = messages;
        this.exports = new DatasetExportViewModel(
                new DatasetExportViewModel.Window(models.workspace(), models.browser(), models.models()),
                tasks,
                messages,
                this::tell,
                onFailure);
    }

    void define(ActionCatalog actions) {
        actions.define(MenuId.FILE, "file.export")
                .icon("mdi2e-export-variant")
                .key("Shortcut+Shift+E")
                .enabledWhen(models.shell().hasDataset())
                .runs(this::ask);
    }

    private void ask() {
        ExportForm form = new ExportForm(exports, () -> dialogs.chooseFolder(messages.text("export.choose")), messages);
        boolean agreed = dialogs.show(new ContentDialog(
                messages.text("export.title"),
                form,
                messages.text("export.confirm"),
                form.choiceProperty().map(choice -> true).orElse(false)));
        ExportChoice choice = form.choiceProperty().get();
        if (agreed && choice != null) {
            exports.export(choice);
        }
    }

    private void tell(ExportReport report) {
        String sentence = messages.text("export.done", report.images(), report.people(), report.main());
        String left = report.leftOut().total() == 0
                ? ""
                : messages.text(
                                "export.left-out",
                                report.leftOut().crowds(),
                                report.leftOut().withoutKeypoints(),
                                report.leftOut().emptyBoxes(),
                                report.leftOut().duplicates())
                        + "\n";
        String findings = report.findings().stream()
                .map(finding -> messages.text(finding.problem()) + "; " + messages.text(finding.cure()))
                .collect(Collectors.joining("\n"));
        boolean troubled = report.findings().stream().anyMatch(f -> f.severity() != Finding.Severity.NOTE);
        dialogs.tell(
                troubled ? DialogService.Severity.WARNING : DialogService.Severity.INFORMATION,
                messages.text("export.title"),
                sentence,
                (left + findings).strip());
    }
}
