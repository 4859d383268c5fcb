package org.posewright.app.viewmodel.model;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.posewright.app.inference.SkeletonFit;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.session.Workspace;

/** Whether the open model predicts the points that the open dataset labels. */
public final class ModelFit {

    private final Workspace workspace;
    private final ModelViewModel models;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<@Nullable SkeletonFit> mismatch = new ReadOnlyObjectWrapper<>(this, "mismatch");

    public ModelFit(Workspace workspace, ModelViewModel models, Messages messages) {
        this.workspace = workspace;
        this.models = models;
        this.messages = messages;
        models.modelProperty().subscribe(model -> refresh());
        workspace.sessionProperty().subscribe(session -> refresh());
    }

    /** Null while they go together, or one of them is not open. */
    public ReadOnlyObjectProperty<@Nullable SkeletonFit> mismatchProperty() {
        return mismatch.getReadOnlyProperty();
    }

    /** What does not go together and what to do about it; empty when all is well. */
    public Optional<String> complaint() {
        return Optional.ofNullable(mismatch.get())
                .map(fit -> messages.text(
                        "model.misfit", fit.model().getFileName(), fit.predicted(), fit.dataset(), fit.labelled()));
    }

    private void refresh() {
        mismatch.set(models.model()
                .flatMap(open -> workspace
                        .session()
                        .flatMap(session -> SkeletonFit.mismatch(
                                open.file(), open.model(), session.source().description())))
                .orElse(null));
    }
}
