package org.posewright.app.bootstrap;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.action.MenuId;
import org.posewright.app.dialog.ContentDialog;
import org.posewright.app.dialog.DialogService;
import org.posewright.app.text.Messages;
import org.posewright.app.view.evaluation.SubmissionForm;
import org.posewright.app.viewmodel.evaluation.EvaluationModels;
import org.posewright.app.viewmodel.evaluation.ReportLibrary;

/** Evaluate ▸ export: reports and files for COCO's server. */
final class ExportActions {

    /** Ids for the screen's export menu. */
    static final List<String> IDS =
            List.of("evaluate.export-html", "evaluate.export-json", "evaluate.export-csv", "evaluate.export-server");

    private final EvaluationModels evaluation;
    private final DialogService dialogs;
    private final Messages messages;

    ExportActions(EvaluationModels evaluation, DialogService dialogs, Messages messages) {
        this.evaluation = evaluation;
        this.dialogs = dialogs;
        this.messages = messages;
    }

    void define(ActionCatalog actions) {
        define(actions, ReportLibrary.Format.HTML, true);
        define(actions, ReportLibrary.Format.JSON, false);
        define(actions, ReportLibrary.Format.CSV, false);
        actions.define(MenuId.EVALUATE, "evaluate.export-server")
                .enabledWhen(evaluation.exports().canSubmit())
                .runs(this::submit);
    }

    private void define(ActionCatalog actions, ReportLibrary.Format format, boolean first) {
        String id = "evaluate.export-" + format.name().toLowerCase(Locale.ROOT);
        var builder = actions.define(MenuId.EVALUATE, id)
                .enabledWhen(evaluation.exports().canReport());
        if (first) {
            builder.newGroup();
        }
        builder.runs(() -> dialogs.chooseSaveFile(
                        messages.text("action." + id),
                        evaluation.exports().suggestedName(format),
                        List.of(new DialogService.FileKind(format.name(), List.of(format.pattern()))))
                .ifPresent(file -> evaluation.exports().report(format, file, this::tellWritten)));
    }

    private void submit() {
        String model = evaluation
                .evaluation()
                .result()
                .map(result -> result.predictions().name().replaceFirst("\\.[^.]*$", ""))
                .orElse("model");
        SubmissionForm form = new SubmissionForm(model, evaluation.exports().describeSubmission(), messages);
        boolean wanted = dialogs.show(new ContentDialog(
                messages.text("action.evaluate.export-server"), form, messages.text("submit.write"), form.valid()));
        if (wanted) {
            dialogs.chooseFolder(messages.text("submit.folder"))
                    .ifPresent(folder -> evaluation.exports().submit(form.submission(), folder, this::tellWritten));
        }
    }

    private void tellWritten(String title, Path file) {
        dialogs.notify(title, file.toString());
    }
}
