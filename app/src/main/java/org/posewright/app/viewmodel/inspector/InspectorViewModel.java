package org.posewright.app.viewmodel.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.edit.StoreChange;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.evaluation.AreaRule;
import org.posewright.annotations.evaluation.KeypointDifference;
import org.posewright.annotations.evaluation.PersonMatch;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Visibility;
import org.posewright.app.canvas.geometry.Selection;
import org.posewright.app.canvas.layer.CanvasScene;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.editor.EditCommands;
import org.posewright.app.viewmodel.editor.EditorViewModel;

/** The open picture as rows: its people, the points of one of them, status and note, and how OKS is made. */
public final class InspectorViewModel {

    private final EditorViewModel editor;
    private final EditCommands commands;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<List<PersonRow>> people =
            new ReadOnlyObjectWrapper<>(this, "people", List.of());
    private final ReadOnlyObjectWrapper<List<JointRow>> joints = new ReadOnlyObjectWrapper<>(this, "joints", List.of());
    private final ReadOnlyStringWrapper jointsTitle = new ReadOnlyStringWrapper(this, "jointsTitle", "");
    private final ReadOnlyStringWrapper emptyReason = new ReadOnlyStringWrapper(this, "emptyReason", "");
    private final ReadOnlyStringWrapper footnote = new ReadOnlyStringWrapper(this, "footnote", "");
    private final ReadOnlyObjectWrapper<ImageStatus> status =
            new ReadOnlyObjectWrapper<>(this, "status", ImageStatus.UNTOUCHED);

    public InspectorViewModel(EditorViewModel editor, EditCommands commands, Messages messages) {
        this.editor = editor;
        this.commands = commands;
        this.messages = messages;
        editor.sceneProperty().subscribe(this::refresh);
        // The scene may stay equal when only the numbers change.
        editor.oks()
                .revisionProperty()
                .subscribe(revision -> refresh(editor.sceneProperty().get()));
        editor.workspace().sessionProperty().subscribe(session -> {
            if (session != null) {
                session.store().addListener(this::storeChanged);
            }
        });
    }

    public ReadOnlyObjectProperty<List<PersonRow>> peopleProperty() {
        return people.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<JointRow>> jointsProperty() {
        return joints.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty jointsTitleProperty() {
        return jointsTitle.getReadOnlyProperty();
    }

    /** Why nobody is listed; empty when somebody is, or while the labels are being read. */
    public ReadOnlyStringProperty emptyReasonProperty() {
        return emptyReason.getReadOnlyProperty();
    }

    /** Which sigmas and which area OKS is made with. */
    public ReadOnlyStringProperty footnoteProperty() {
        return footnote.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ImageStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    public void selectPerson(long id) {
        editor.selectionProperty().set(Selection.ofPerson(id));
    }

    public void selectJoint(JointRow row) {
        editor.selectionProperty().set(Selection.ofKeypoint(row.personId(), row.index()));
    }

    public void setVisibility(JointRow row, Visibility visibility) {
        selectJoint(row);
        commands.setVisibility(row.personId(), row.index(), visibility);
    }

    public void setNote(String note) {
        if (!status.get().note().equals(note)) {
            commands.changeStatus(status.get().withNote(note));
        }
    }

    public void setStatus(ImageStatus.ReviewState state) {
        if (status.get().state() != state) {
            commands.changeStatus(status.get().withState(state));
        }
    }

    private void storeChanged(StoreChange change) {
        if (editor.key().filter(change.images()::contains).isPresent()) {
            refresh(editor.sceneProperty().get());
        }
    }

    private void refresh(@Nullable CanvasScene scene) {
        status.set(editor.key()
                .flatMap(key -> editor.workspace().session().map(s -> s.status(key)))
                .orElse(ImageStatus.UNTOUCHED));
        if (scene == null) {
            people.set(List.of());
            joints.set(List.of());
            jointsTitle.set("");
            footnote.set("");
            emptyReason.set(editor.record().isPresent() ? messages.text("inspector.no-size") : "");
            return;
        }
        List<PersonRow> rows = new ArrayList<>();
        for (int i = 0; i < scene.people().size(); i++) {
            rows.add(row(scene, scene.people().get(i), i));
        }
        people.set(rows);
        emptyReason.set(rows.isEmpty() ? messages.text("inspector.nobody") : "");
        Optional<PersonRow> primary = rows.stream()
                .filter(row -> scene.selection().isPrimary(row.id()))
                .findFirst()
                .or(() -> rows.stream().filter(row -> row.labeled() > 0).findFirst());
        jointsTitle.set(primary.map(row -> messages.text("inspector.keypoints-of", row.ordinal() + 1))
                .orElse(""));
        joints.set(primary.map(row -> joints(scene, scene.people().get(row.ordinal())))
                .orElse(List.of()));
        footnote.set(footnote(scene));
    }

    private PersonRow row(CanvasScene scene, PersonInstance person, int ordinal) {
        Optional<PersonMatch> match = editor.matchOf(person.id());
        boolean compared = editor.comparisonProperty().get().isPresent();
        OptionalDouble oks = OptionalDouble.empty();
        if (compared && !person.isIgnoredByEvaluator()) {
            oks = OptionalDouble.of(match.map(PersonMatch::oks).orElse(0.0));
        }
        return new PersonRow(
                person.id(),
                ordinal,
                person.keypoints().labeledCount(),
                scene.skeleton().size(),
                remark(person, compared && match.isEmpty()),
                oks,
                scene.selection().contains(person.id()));
    }

    private String remark(PersonInstance person, boolean unmatched) {
        if (person.crowd()) {
            return messages.text("inspector.crowd");
        }
        if (person.isIgnoredByEvaluator()) {
            return messages.text("inspector.ignored");
        }
        boolean edited = editor.workspace()
                .session()
                .flatMap(s ->
                        editor.key().map(key -> !s.store().peopleInFile(key).contains(person)))
                .orElse(false);
        if (edited) {
            return messages.text("inspector.edited");
        }
        return unmatched ? messages.text("inspector.unmatched") : "";
    }

    private List<JointRow> joints(CanvasScene scene, PersonInstance person) {
        Optional<PersonMatch> match = editor.matchOf(person.id());
        double loss = match.map(m -> 1 - m.oks()).orElse(0.0);
        Keypoints points = person.keypoints();
        List<JointRow> rows = new ArrayList<>(points.size());
        for (int k = 0; k < points.size(); k++) {
            int index = k;
            Optional<KeypointDifference> difference =
                    match.map(m -> m.keypoints().get(index)).filter(KeypointDifference::counted);
            rows.add(new JointRow(
                    person.id(),
                    k,
                    scene.skeleton().keypointNames().get(k).replace('_', ' '),
                    scene.skeleton().side(k),
                    points.x(k),
                    points.y(k),
                    points.visibility(k),
                    difference.map(d -> OptionalDouble.of(d.distancePixels())).orElse(OptionalDouble.empty()),
                    loss > 0 ? difference.map(d -> d.oksLoss() / loss).orElse(0.0) : 0,
                    scene.selection().isPrimary(person.id())
                            && scene.selection().keypoint() == k));
        }
        return rows;
    }

    private String footnote(CanvasScene scene) {
        AreaRule rule = editor.oks().areaRuleProperty().get();
        boolean fromFile = rule == AreaRule.SEGMENTATION
                && scene.people().stream().anyMatch(p -> p.segmentationArea().isPresent());
        String area = messages.text(
                fromFile
                        ? "inspector.area-segmentation"
                        : rule == AreaRule.SEGMENTATION ? "inspector.area-none" : "inspector.area-box");
        return messages.text(
                "inspector.footnote", editor.oks().applied(scene.skeleton()).sigmaSource(), area);
    }
}
