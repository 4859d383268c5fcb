package org.posewright.app.viewmodel.evaluation;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.evaluation.compare.ImageChange;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.model.Visibility;
import org.posewright.app.canvas.geometry.Selection;
import org.posewright.app.canvas.layer.CanvasScene;
import org.posewright.app.canvas.layer.Focus;
import org.posewright.app.canvas.layer.OverlayOptions;
import org.posewright.app.viewmodel.session.Workspace;

/** The picture of a change: solid the reference (or the labels), dashed the other result. Nothing while another picture is open. */
public final class SideBySideSceneViewModel {

    private static final double SHOWN_CONFIDENCE = 0.3;

    private final Workspace workspace;
    private final SideBySideViewModel sideBySide;
    private final BooleanProperty labelsShown = new SimpleBooleanProperty(this, "labelsShown");
    private final ReadOnlyObjectWrapper<@Nullable CanvasScene> scene = new ReadOnlyObjectWrapper<>(this, "scene");

    SideBySideSceneViewModel(Workspace workspace, SideBySideViewModel sideBySide) {
        this.workspace = workspace;
        this.sideBySide = sideBySide;
        sideBySide.selectedProperty().subscribe(this::refresh);
        sideBySide.resultProperty().subscribe(this::refresh);
        labelsShown.subscribe(this::refresh);
        workspace.imageProperty().subscribe(this::refresh);
    }

    /** Null while there is nothing to compare, and while another picture is open. */
    public ReadOnlyObjectProperty<@Nullable CanvasScene> sceneProperty() {
        return scene.getReadOnlyProperty();
    }

    /** Solid skeletons are the labels instead of the reference's predictions. */
    public BooleanProperty labelsShownProperty() {
        return labelsShown;
    }

    private void refresh() {
        SideBySide now = sideBySide.resultProperty().get();
        ImageChange change = sideBySide.selectedProperty().get();
        if (now == null || change == null || now.chosenSet().isEmpty()) {
            scene.set(null);
            return;
        }
        ImageRecord image = now.reference().truth().image(change.imageIndex());
        if (!image.key().equals(workspace.imageProperty().get())) {
            scene.set(null);
            return;
        }
        double confidence = now.reference().confidence();
        List<PersonInstance> solid =
                labelsShown.get() ? image.people() : people(now.sets().get(0).believed(image.key(), confidence));
        scene.set(new CanvasScene(
                image.size(),
                now.reference().skeleton(),
                solid,
                now.chosenSet().get().believed(image.key(), confidence),
                List.of(),
                Selection.NONE,
                OverlayOptions.DEFAULT,
                Focus.EVERYBODY));
    }

    /** Predictions in the look of labels; unsure points are left out. */
    private static List<PersonInstance> people(List<PosePrediction> predictions) {
        List<PersonInstance> people = new ArrayList<>();
        for (PosePrediction prediction : predictions) {
            Keypoints points = Keypoints.of(prediction.keypoints().stream()
                    .map(point -> point.confidence() < SHOWN_CONFIDENCE
                            ? Keypoint.UNLABELED
                            : new Keypoint(point.x(), point.y(), Visibility.VISIBLE, Provenance.MODEL))
                    .toList());
            people.add(PersonInstance.added(people.size(), prediction.categoryIndex(), prediction.box(), points));
        }
        return people;
    }
}
