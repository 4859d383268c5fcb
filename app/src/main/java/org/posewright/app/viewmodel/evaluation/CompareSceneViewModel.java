package org.posewright.app.viewmodel.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.evaluation.AreaRule;
import org.posewright.annotations.evaluation.ComparisonRule;
import org.posewright.annotations.evaluation.ImageComparison;
import org.posewright.annotations.evaluation.KeypointDifference;
import org.posewright.annotations.evaluation.PersonMatch;
import org.posewright.annotations.evaluation.diagnosis.KeypointError;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.app.canvas.geometry.Selection;
import org.posewright.app.canvas.layer.CanvasScene;
import org.posewright.app.canvas.layer.Focus;
import org.posewright.app.canvas.layer.OverlayOptions;
import org.posewright.app.viewmodel.session.DatasetSession;
import org.posewright.app.viewmodel.session.Workspace;

/**
 * The picture of the chosen case: both skeletons, red lines from label to model for the person in question, and everybody else faint.
 */
public final class CompareSceneViewModel {

    private static final OverlayOptions OPTIONS = OverlayOptions.DEFAULT.with(OverlayOptions.Switch.ERRORS, true);

    private final Workspace workspace;
    private final EvaluationViewModel evaluation;
    private final WorkQueueViewModel queue;
    private final ReadOnlyObjectWrapper<@Nullable CanvasScene> scene = new ReadOnlyObjectWrapper<>(this, "scene");

    CompareSceneViewModel(Workspace workspace, EvaluationViewModel evaluation, WorkQueueViewModel queue) {
        this.workspace = workspace;
        this.evaluation = evaluation;
        this.queue = queue;
        queue.selectedProperty().subscribe(this::refresh);
        evaluation.resultProperty().subscribe(this::refresh);
        workspace.imageProperty().subscribe(this::refresh);
    }

    /** Null while there is no case. */
    public ReadOnlyObjectProperty<@Nullable CanvasScene> sceneProperty() {
        return scene.getReadOnlyProperty();
    }

    private void refresh() {
        Optional<WorkCase> item = queue.selected();
        Optional<DatasetSession> session = workspace.session();
        ImageKey key = item.map(WorkCase::image).orElse(null);
        if (key == null
                || session.isEmpty()
                || !key.equals(workspace.imageProperty().get())) {
            scene.set(null);
            return;
        }
        Optional<ImageRecord> record = session.get().record(key);
        List<PosePrediction> believed =
                evaluation.result().map(made -> made.believed(key)).orElse(List.of());
        ComparisonRule rule = evaluation
                .result()
                .map(SplitEvaluation::rule)
                .orElseGet(() -> ComparisonRule.forDisplay(session.get().skeleton(), AreaRule.SEGMENTATION));
        scene.set(record.map(image -> scene(image, believed, item.get(), rule)).orElse(null));
    }

    private static CanvasScene scene(
            ImageRecord image, List<PosePrediction> believed, WorkCase item, ComparisonRule rule) {
        ImageComparison comparison = ImageComparison.of(image, believed, rule);
        return new CanvasScene(
                image.size(),
                rule.skeleton(),
                image.people(),
                believed,
                errors(comparison, item),
                selection(item),
                OPTIONS,
                focus(comparison, item));
    }

    /** One doubted joint is marked; of several the person is. */
    private static Selection selection(WorkCase item) {
        if (item.person().isEmpty()) {
            return item.prediction().isPresent()
                    ? Selection.ofPrediction(item.prediction().getAsInt())
                    : Selection.NONE;
        }
        long person = item.person().getAsLong();
        List<Integer> joints = CaseWords.joints(item);
        return joints.size() == 1 ? Selection.ofKeypoint(person, joints.get(0)) : Selection.ofPerson(person);
    }

    /** The person with what the model says of them, and those they are mixed up with. */
    private static Focus focus(ImageComparison comparison, WorkCase item) {
        if (item.person().isEmpty() && item.prediction().isEmpty()) {
            return Focus.EVERYBODY;
        }
        Set<Long> people = new HashSet<>();
        Set<Integer> predictions = new HashSet<>();
        item.person().ifPresent(people::add);
        item.prediction().ifPresent(predictions::add);
        item.suspect().ifPresent(suspect -> suspect.otherPerson().ifPresent(people::add));
        item.faults().stream()
                .filter(fault -> fault.error() == KeypointError.SWAP)
                .forEach(fault -> fault.otherPerson().ifPresent(people::add));
        comparison.matches().stream()
                .filter(match -> people.contains(match.person().id()))
                .forEach(match -> predictions.add(match.predictionIndex()));
        return Focus.on(people, predictions, Set.copyOf(CaseWords.joints(item)));
    }

    static List<CanvasScene.ErrorVector> errors(ImageComparison comparison, WorkCase item) {
        List<CanvasScene.ErrorVector> errors = new ArrayList<>();
        for (PersonMatch match : comparison.matches()) {
            boolean wanted = item.person().isEmpty()
                    || item.person().getAsLong() == match.person().id();
            if (wanted && !match.ignored()) {
                match.keypoints().stream()
                        .filter(KeypointDifference::counted)
                        .forEach(difference -> errors.add(vector(match, difference.keypoint())));
            }
        }
        return errors;
    }

    private static CanvasScene.ErrorVector vector(PersonMatch match, int k) {
        ScoredKeypoint said = match.prediction().keypoints().get(k);
        return new CanvasScene.ErrorVector(
                match.person().id(),
                k,
                match.person().keypoints().x(k),
                match.person().keypoints().y(k),
                said.x(),
                said.y());
    }
}
