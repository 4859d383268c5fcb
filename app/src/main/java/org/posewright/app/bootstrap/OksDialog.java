package org.posewright.app.bootstrap;

import java.util.List;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Skeletons;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.action.MenuId;
import org.posewright.app.dialog.ContentDialog;
import org.posewright.app.dialog.DialogService;
import org.posewright.app.text.Messages;
import org.posewright.app.view.inspector.OksForm;
import org.posewright.app.viewmodel.model.OksSettings;

/** Asks how OKS is to be made for what is on the screen. */
final class OksDialog {

    private final EditorModels models;
    private final DialogService dialogs;
    private final Messages messages;

    OksDialog(EditorModels models, DialogService dialogs, Messages messages) {
        this.models = models;
        this.dialogs = dialogs;
        this.messages = messages;
    }

    void define(ActionCatalog actions) {
        actions.define(MenuId.EVALUATE, "evaluate.oks")
                .newGroup()
                .enabledWhen(models.shell().hasDataset())
                .runs(this::ask);
    }

    void ask() {
        models.workspace().session().ifPresent(session -> ask(session.skeleton()));
    }

    private void ask(Skeleton dataset) {
        OksSettings oks = models.editor().oks();
        OksForm form = new OksForm(
                dataset, oks.applied(dataset), oks.areaRuleProperty().get(), messages);
        boolean agreed = dialogs.show(new ContentDialog(
                messages.text("oks.title"),
                form,
                messages.text("oks.confirm"),
                form.validProperty().asObject()));
        if (agreed) {
            form.sigmas().ifPresent(sigmas -> use(oks, dataset, sigmas));
            oks.areaRuleProperty().set(form.areaRule());
        }
    }

    private void use(OksSettings oks, Skeleton dataset, List<Double> sigmas) {
        boolean own = sigmas.equals(dataset.sigmas());
        boolean coco = sigmas.equals(Skeletons.COCO_PERSON.sigmas());
        boolean equal = sigmas.stream().allMatch(sigma -> sigma == 1.0 / dataset.size());
        String source = coco ? Skeletons.COCO_PERSON.sigmaSource() : equal ? "1/K" : messages.text("oks.own");
        oks.useSigmas(own ? List.of() : sigmas, source);
    }
}
