package org.posewright.app.viewmodel.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.edit.StoreChange;
import org.posewright.annotations.evaluation.ImageComparison;
import org.posewright.annotations.evaluation.KeypointDifference;
import org.posewright.annotations.evaluation.PersonMatch;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.model.Skeleton;
import org.posewright.app.canvas.geometry.Selection;
import org.posewright.app.canvas.layer.CanvasScene;
import org.posewright.app.canvas.layer.Focus;
import org.posewright.app.viewmodel.model.OksSettings;
import org.posewright.app.viewmodel.model.PredictionSource;
import org.posewright.app.viewmodel.session.DatasetSession;
import org.posewright.app.viewmodel.session.Workspace;

/**
 * The open picture: its labels (with the preview of a gesture, while there is one), what the model says, how both compare, and what
 * is selected. {@link #sceneProperty()} holds all of it, frozen, for the canvas.
 */
public final class EditorViewModel {

    private final Workspace workspace;
    private final PredictionSource predictions;
    private final OverlayViewModel overlay;
    private final ReadOnlyObjectWrapper<@Nullable CanvasScene> scene = new ReadOnlyObjectWrapper<>(this, "scene");
    private final ReadOnlyObjectWrapper<Optional<ImageComparison>> comparison =
            new ReadOnlyObjectWrapper<>(this, "comparison", Optional.empty());
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(this, "selection", Selection.NONE);
    private final OksSettings oks;
    private final StoreChange.Listener storeListener = this::storeChanged;
    private @Nullable PersonInstance preview;
    private Optional<PersonInstance> unfinished = Optional.empty();
    private Optional<List<PosePrediction>> standIns = Optional.empty();
    private @Nullable Compared compared;

    /** A comparison with what it was made of: another selection or palette does not change it. */
    private record Compared(
            ImageRecord shown,
            List<PosePrediction> predictions,
            int oksRevision,
            Optional<ImageComparison> comparison,
            List<CanvasScene.ErrorVector> errors) {}

    public EditorViewModel(
            Workspace workspace, PredictionSource predictions, OverlayViewModel overlay, OksSettings oks) {
        this.oks = oks;
        this.workspace = workspace;
        this.predictions = predictions;
        this.overlay = overlay;
        workspace.sessionProperty().subscribe(this::sessionChanged);
        workspace.imageProperty().subscribe(this::imageChanged);
        predictions.revision().subscribe(ignored -> {
            if (selection.get().hasPrediction()) {
                selection.set(Selection.NONE);
            }
            refresh();
        });
        overlay.optionsProperty().subscribe(ignored -> refresh());
        selection.subscribe(ignored -> refresh());
        oks.revisionProperty().subscribe(ignored -> refresh());
    }

    /** Null while no picture is open or its labels are not read yet. */
    public ReadOnlyObjectProperty<@Nullable CanvasScene> sceneProperty() {
        return scene.getReadOnlyProperty();
    }

    /** Labels against predictions, following a drag; empty when the picture has not been predicted. */
    public ReadOnlyObjectProperty<Optional<ImageComparison>> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    public ObjectProperty<Selection> selectionProperty() {
        return selection;
    }

    /** How OKS is made. */
    public OksSettings oks() {
        return oks;
    }

    public OverlayViewModel overlay() {
        return overlay;
    }

    public Workspace workspace() {
        return workspace;
    }

    /** The picture as committed, without preview. */
    public Optional<ImageRecord> record() {
        return workspace.session().flatMap(session -> key().flatMap(session::record));
    }

    public Optional<ImageKey> key() {
        return Optional.ofNullable(workspace.imageProperty().get());
    }

    public Optional<PersonInstance> person(long id) {
        return record().flatMap(record -> record.person(id));
    }

    public Optional<PersonInstance> selectedPerson() {
        return selection.get().primary().flatMap(this::person);
    }

    /** The prediction that means the selected person. */
    public Optional<PersonMatch> selectedMatch() {
        return selection.get().primary().flatMap(this::matchOf);
    }

    public Optional<PersonMatch> matchOf(long personId) {
        return comparison.get().flatMap(c -> c.matchOf(personId));
    }

    /** Shows a person changed, without changing the data. */
    public void preview(PersonInstance changed) {
        preview = changed;
        refresh();
    }

    public void endPreview() {
        preview = null;
        refresh();
    }

    /**
     * Shows these predictions in the place of the model's, for a rehearsal that is over before anything reaches the screen; empty gives
     * the model its place back.
     */
    public void standIn(Optional<List<PosePrediction>> predictionsForNow) {
        standIns = predictionsForNow;
        refresh();
    }

    /** Shows a person who is being drawn and is no data yet. */
    void showUnfinished(Optional<PersonInstance> person) {
        if (!unfinished.equals(person)) {
            unfinished = person;
            refresh();
        }
    }

    /** Selects the next or previous labelled point of the selected person, or of the first person. */
    public void stepKeypoint(int step) {
        Optional<PersonInstance> person = selectedPerson()
                .or(() -> record().flatMap(r -> r.people().stream().findFirst()));
        person.ifPresent(p -> {
            int count = p.keypoints().size();
            int from = selection.get().hasKeypoint() ? selection.get().keypoint() : step > 0 ? -1 : count;
            selection.set(Selection.ofKeypoint(p.id(), Math.floorMod(from + step, count)));
        });
    }

    /** Selects the next or previous person. */
    public void stepPerson(int step) {
        record().filter(r -> !r.people().isEmpty()).ifPresent(record -> {
            List<Long> ids = record.people().stream().map(PersonInstance::id).toList();
            int at = selection.get().primary().map(ids::indexOf).orElse(step > 0 ? -1 : 0);
            selection.set(Selection.ofPerson(ids.get(Math.floorMod(at + step, ids.size()))));
        });
    }

    private void sessionChanged(@Nullable DatasetSession before, @Nullable DatasetSession after) {
        if (before != null) {
            before.store().removeListener(storeListener);
        }
        if (after != null) {
            after.store().addListener(storeListener);
        }
        imageChanged();
    }

    private void imageChanged() {
        preview = null;
        selection.set(Selection.NONE);
        refresh();
    }

    private void storeChanged(StoreChange change) {
        if (key().filter(change.images()::contains).isPresent()) {
            preview = null;
            refresh();
        }
    }

    private void refresh() {
        Optional<ImageRecord> record = record();
        if (record.isEmpty() || workspace.session().isEmpty()) {
            comparison.set(Optional.empty());
            scene.set(null);
            return;
        }
        ImageRecord shown = withPreview(record.get());
        Skeleton skeleton = workspace.session().get().skeleton();
        List<PosePrediction> predicted = standIns.orElseGet(() -> predictions.predictions(shown.key())).stream()
                .filter(p -> p.keypoints().size() == skeleton.size())
                .toList();
        Compared now = compare(shown, predicted, skeleton);
        comparison.set(now.comparison);
        scene.set(new CanvasScene(
                shown.size(),
                skeleton,
                withUnfinished(shown.people()),
                predicted,
                now.errors,
                selection.get(),
                overlay.optionsProperty().get(),
                Focus.EVERYBODY));
    }

    private Compared compare(ImageRecord shown, List<PosePrediction> predicted, Skeleton skeleton) {
        int revision = oks.revisionProperty().get();
        Compared last = compared;
        boolean known = last != null
                && last.oksRevision == revision
                && last.comparison.isPresent() == isPredicted(shown)
                && last.shown.equals(shown)
                && last.predictions.equals(predicted);
        if (known) {
            return last;
        }
        Optional<ImageComparison> made = isPredicted(shown)
                ? Optional.of(ImageComparison.of(shown, predicted, oks.rule(skeleton)))
                : Optional.empty();
        Compared fresh = new Compared(shown, predicted, revision, made, errors(made));
        compared = fresh;
        return fresh;
    }

    private boolean isPredicted(ImageRecord picture) {
        return standIns.isPresent() || predictions.isPredicted(picture.key());
    }

    private ImageRecord withPreview(ImageRecord record) {
        PersonInstance changed = preview;
        if (changed == null) {
            return record;
        }
        List<PersonInstance> people = new ArrayList<>(record.people());
        people.replaceAll(person -> person.id() == changed.id() ? changed : person);
        return record.withPeople(people);
    }

    private List<PersonInstance> withUnfinished(List<PersonInstance> people) {
        if (unfinished.isEmpty()) {
            return people;
        }
        List<PersonInstance> all = new ArrayList<>(people);
        all.add(unfinished.get());
        return all;
    }

    private static List<CanvasScene.ErrorVector> errors(Optional<ImageComparison> comparison) {
        List<CanvasScene.ErrorVector> errors = new ArrayList<>();
        comparison.ifPresent(c -> c.matches().stream().filter(m -> !m.ignored()).forEach(match -> {
            for (KeypointDifference difference : match.keypoints()) {
                if (difference.counted()) {
                    int k = difference.keypoint();
                    ScoredKeypoint said = match.prediction().keypoints().get(k);
                    errors.add(new CanvasScene.ErrorVector(
                            match.person().id(),
                            k,
                            match.person().keypoints().x(k),
                            match.person().keypoints().y(k),
                            said.x(),
                            said.y()));
                }
            }
        }));
        return errors;
    }
}
