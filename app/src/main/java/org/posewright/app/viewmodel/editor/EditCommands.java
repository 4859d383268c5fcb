package org.posewright.app.viewmodel.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.posewright.annotations.edit.command.BoxEdits;
import org.posewright.annotations.edit.command.ChangeStatus;
import org.posewright.annotations.edit.command.CompositeEdit;
import org.posewright.annotations.edit.command.EditCommand;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.edit.command.KeypointEdits;
import org.posewright.annotations.edit.command.PersonEdits;
import org.posewright.annotations.edit.command.PredictionEdits;
import org.posewright.annotations.edit.command.ReplacePeople;
import org.posewright.annotations.edit.command.SwapEdits;
import org.posewright.annotations.evaluation.PersonMatch;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.model.Visibility;
import org.posewright.app.canvas.geometry.Selection;
import org.posewright.app.viewmodel.session.DatasetSession;

/** What a person can do to the selection, each as one undoable step. Does nothing where nothing fits. */
public final class EditCommands {

    /** Points of an accepted prediction below this confidence stay unlabelled. */
    private static final double ACCEPT_CONFIDENCE = 0.3;

    private static final double PASTE_OFFSET = 12;

    private static final EditCommand NOTHING = new CompositeEdit("", List.of());

    private final EditorViewModel editor;
    private List<PersonInstance> clipboard = List.of();
    private Optional<ImageKey> copiedFrom = Optional.empty();

    public EditCommands(EditorViewModel editor) {
        this.editor = editor;
    }

    /** Takes the last step back. */
    public void undo() {
        session().ifPresent(s -> s.edits().undo(step -> {}));
    }

    /** Takes the last step back where it can be seen: the picture that it changed is opened. */
    public void undoInSight() {
        session().ifPresent(s -> s.edits().undo(this::open));
    }

    /** As {@link #undo} for the step that was taken back last. */
    public void redo() {
        session().ifPresent(s -> s.edits().redo(step -> {}));
    }

    /** As {@link #undoInSight} for the step that was taken back last. */
    public void redoInSight() {
        session().ifPresent(s -> s.edits().redo(this::open));
    }

    private void open(EditCommand step) {
        List<ImageKey> images = step.images();
        boolean seen = editor.key().filter(images::contains).isPresent();
        if (!seen && !images.isEmpty()) {
            editor.workspace().imageProperty().set(images.get(0));
        }
    }

    public void moveKeypoint(long personId, int index, double imageX, double imageY) {
        submit((s, image) -> keypoints(s).move(image, personId, index, imageX, imageY));
    }

    /** Goes the way of a move, and moves nothing: not even what an edit that is still on its way to the disk has moved. */
    public void touchKeypoint(long personId, int index) {
        submit((s, image) -> image.person(personId)
                .filter(person -> person.keypoints().isLabeled(index))
                .map(person -> keypoints(s)
                        .move(
                                image,
                                personId,
                                index,
                                person.keypoints().x(index),
                                person.keypoints().y(index)))
                .orElse(NOTHING));
    }

    /** Moves the selected point, or the selected person when no point is. */
    public void nudge(double dx, double dy) {
        Selection selection = editor.selectionProperty().get();
        selection
                .primary()
                .ifPresent(id -> submit((s, image) -> selection.hasKeypoint()
                        ? keypoints(s).nudge(image, id, selection.keypoint(), dx, dy)
                        : people(s).nudge(image, id, dx, dy)));
    }

    public void setVisibility(Visibility visibility) {
        onKeypoint((id, index) -> setVisibility(id, index, visibility));
    }

    public void setVisibility(long personId, int index, Visibility visibility) {
        submit((s, image) -> keypoints(s).setVisibility(image, personId, index, visibility));
    }

    public void cycleVisibility() {
        onKeypoint((id, index) -> editor.person(id)
                .ifPresent(p -> setVisibility(
                        id, index, KeypointEdits.next(p.keypoints().visibility(index)))));
    }

    public void changeBox(long personId, Box box) {
        submit((s, image) -> BoxEdits.replace(image, personId, box));
    }

    public void fitBoxToKeypoints() {
        onPerson((s, image, id) -> BoxEdits.fitToKeypoints(image, id));
    }

    public void fitBoxToPerson() {
        onPerson((s, image, id) -> BoxEdits.fitToPerson(image, id));
    }

    public void movePerson(long personId, double dx, double dy) {
        submit((s, image) -> people(s).move(image, personId, dx, dy));
    }

    public void swapSides() {
        onPerson((s, image, id) -> new SwapEdits(s.skeleton()).sides(image, id));
    }

    public void swapPair() {
        onKeypoint((id, index) -> submit((s, image) -> new SwapEdits(s.skeleton()).pair(image, id, index)));
    }

    public void swapLimb() {
        onKeypoint((id, index) -> submit((s, image) -> new SwapEdits(s.skeleton()).limb(image, id, index)));
    }

    /** Mirrors the selected person within the box. */
    public void mirror() {
        onPerson((s, image, id) -> new SwapEdits(s.skeleton()).mirror(image, id));
    }

    /** Exchanges the selected point with the same point of the other person who has it nearest. */
    public void swapPointWithNeighbour() {
        onKeypoint((id, index) -> neighbour(id, index)
                .ifPresent(other ->
                        submit((s, image) -> new SwapEdits(s.skeleton()).betweenPeople(image, id, other, index))));
    }

    private Optional<Long> neighbour(long personId, int index) {
        Optional<Keypoint> from = editor.person(personId).map(p -> p.keypoints().get(index));
        return editor.record()
                .flatMap(image -> from.flatMap(point -> image.people().stream()
                        .filter(p -> p.id() != personId && p.keypoints().isLabeled(index))
                        .min(Comparator.comparingDouble(p -> Math.hypot(
                                p.keypoints().x(index) - point.x(),
                                p.keypoints().y(index) - point.y())))
                        .map(PersonInstance::id)));
    }

    /** Adds a person and selects them. */
    public void addPerson(Box box, Keypoints points) {
        submitAndSelectAdded((s, image) -> people(s).add(image, 0, box, points));
    }

    public void addFromTemplate(Box box, PoseTemplate template) {
        submitAndSelectAdded((s, image) -> people(s).addFromTemplate(image, 0, box, template.points(), template.box()));
    }

    /** Deletes the selected point's label, or the selected people. */
    public void delete() {
        Selection selection = editor.selectionProperty().get();
        if (selection.hasKeypoint()) {
            setVisibility(Visibility.UNLABELED);
        } else {
            deletePeople();
        }
    }

    public void deletePeople() {
        List<Long> ids = editor.selectionProperty().get().people();
        if (!ids.isEmpty()) {
            submit((s, image) -> people(s).delete(image, Set.copyOf(ids)));
            editor.selectionProperty().set(Selection.NONE);
        }
    }

    public void copy() {
        List<PersonInstance> selected = editor.selectionProperty().get().people().stream()
                .flatMap(id -> editor.person(id).stream())
                .toList();
        if (!selected.isEmpty()) {
            clipboard = selected;
            copiedFrom = editor.key();
        }
    }

    /** On another picture at the same place, on the same beside the original. */
    public void paste() {
        List<PersonInstance> copied = clipboard;
        if (!copied.isEmpty()) {
            submitAndSelectAdded((s, image) -> {
                boolean same = copiedFrom.filter(image.key()::equals).isPresent();
                double offset = same ? PASTE_OFFSET : 0;
                return people(s).paste(image, copied, offset, offset);
            });
        }
    }

    /** The selected person as a template for new ones, otherwise somebody who stands. */
    public Optional<PoseTemplate> template() {
        return session().map(s -> editor.selectedPerson()
                .filter(p -> p.keypoints().labeledCount() > 0)
                .map(PoseTemplate::of)
                .orElseGet(() -> PoseTemplate.standing(s.skeleton())));
    }

    /** The selected point goes to where the model has it; without a selected point, all points of the selected person. */
    public void takeModelPoint() {
        Selection selection = editor.selectionProperty().get();
        editor.selectedMatch()
                .ifPresent(match -> submit((s, image) -> {
                    return selection.hasKeypoint()
                            ? predictions(s)
                                    .acceptPoint(
                                            image,
                                            match.person().id(),
                                            selection.keypoint(),
                                            match.prediction().keypoints().get(selection.keypoint()))
                            : takeAll(image, match);
                }));
    }

    /** Labels for the people that the model sees and nobody labelled: all extra predictions become people. */
    public void acceptPredictions() {
        accept(extraPredictions());
    }

    /** The selected prediction becomes a person; without one, the best that nobody labelled. */
    public void acceptPrediction() {
        Selection selection = editor.selectionProperty().get();
        accept(
                selection.hasPrediction()
                        ? predictionAt(selection.prediction()).stream().toList()
                        : extraPredictions().stream().limit(1).toList());
    }

    private List<PosePrediction> extraPredictions() {
        return editor.comparisonProperty()
                .get()
                .map(c -> c.extraPredictions().stream()
                        .map(this::predictionAt)
                        .flatMap(Optional::stream)
                        .toList())
                .orElse(List.of());
    }

    private void accept(List<PosePrediction> accepted) {
        if (!accepted.isEmpty()) {
            submitAndSelectAdded((s, image) -> predictions(s).accept(image, accepted, ACCEPT_CONFIDENCE));
        }
    }

    public void changeStatus(ImageStatus status) {
        submit((s, image) -> ChangeStatus.of(image.key(), s.status(image.key()), status));
    }

    /** Labelled points move to the model's places; what nobody labelled stays unlabelled. */
    private static EditCommand takeAll(ImageRecord image, PersonMatch match) {
        List<PersonInstance> people = new ArrayList<>(image.people());
        people.replaceAll(person -> person.id() == match.person().id() ? withModelPoints(person, match) : person);
        return ReplacePeople.between(image, people, "Take the model's points");
    }

    private static PersonInstance withModelPoints(PersonInstance person, PersonMatch match) {
        Keypoints points = person.keypoints();
        for (int k = 0; k < points.size(); k++) {
            if (points.isLabeled(k)) {
                ScoredKeypoint said = match.prediction().keypoints().get(k);
                points = points.with(k, new Keypoint(said.x(), said.y(), points.visibility(k), Provenance.MODEL));
            }
        }
        return person.withKeypoints(points);
    }

    private Optional<PosePrediction> predictionAt(int index) {
        return Optional.ofNullable(editor.sceneProperty().get())
                .filter(scene -> index < scene.predictions().size())
                .map(scene -> scene.predictions().get(index));
    }

    private void onKeypoint(KeypointAction action) {
        Selection selection = editor.selectionProperty().get();
        if (selection.hasKeypoint()) {
            action.on(selection.people().get(0), selection.keypoint());
        }
    }

    private void onPerson(PersonCommand command) {
        editor.selectionProperty().get().primary().ifPresent(id -> submit((s, image) -> command.of(s, image, id)));
    }

    private void submitAndSelectAdded(BiFunction<DatasetSession, ImageRecord, EditCommand> command) {
        Optional<ImageKey> picture = editor.key();
        Set<Long> before = new HashSet<>();
        submit((s, image) -> {
            image.people().forEach(person -> before.add(person.id()));
            return command.apply(s, image);
        });
        session().ifPresent(s -> s.edits().whenIdle(() -> editor.record()
                .filter(r -> picture.filter(r.key()::equals).isPresent())
                .flatMap(r -> r.people().stream()
                        .map(PersonInstance::id)
                        .filter(id -> !before.contains(id))
                        .reduce((first, last) -> last))
                .ifPresent(id -> editor.selectionProperty().set(Selection.ofPerson(id)))));
    }

    private void submit(BiFunction<DatasetSession, ImageRecord, EditCommand> command) {
        Optional<ImageKey> key = editor.key();
        session()
                .ifPresent(s -> key.ifPresent(
                        k -> s.edits().submit(() -> command.apply(s, s.store().get(k)))));
    }

    private Optional<DatasetSession> session() {
        return editor.workspace().session();
    }

    private static KeypointEdits keypoints(DatasetSession s) {
        return new KeypointEdits(s.skeleton(), s.store().pointMemory());
    }

    private static PersonEdits people(DatasetSession s) {
        return new PersonEdits(s.skeleton(), s.store()::newPersonId);
    }

    private static PredictionEdits predictions(DatasetSession s) {
        return new PredictionEdits(s.skeleton(), s.store()::newPersonId);
    }

    @FunctionalInterface
    private interface KeypointAction {
        void on(long personId, int index);
    }

    @FunctionalInterface
    private interface PersonCommand {
        EditCommand of(DatasetSession session, ImageRecord image, long personId);
    }
}
