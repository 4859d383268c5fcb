package org.posewright.app.canvas.gesture;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.app.canvas.geometry.HitTarget;
import org.posewright.app.canvas.geometry.HitTester;
import org.posewright.app.canvas.geometry.PredictionHits;
import org.posewright.app.canvas.geometry.Selection;
import org.posewright.app.canvas.geometry.ViewTransform;
import org.posewright.app.canvas.layer.CanvasScene;

/** Decides on press what the pointer is going to do. */
public final class GestureChooser {

    private final PoseEditing editing;
    private final HitTester hitTester = new HitTester();
    private final Consumer<ViewTransform> view;
    private final Consumer<Optional<Box>> marquee;

    public GestureChooser(PoseEditing editing, Consumer<ViewTransform> view, Consumer<Optional<Box>> marqueePreview) {
        this.editing = editing;
        this.view = view;
        this.marquee = marqueePreview;
    }

    /** What lies under the pointer. */
    public List<HitTarget> hits(ViewTransform transform, double viewX, double viewY) {
        CanvasScene scene = editing.scene();
        if (scene.options().hidden() || !scene.options().groundTruth()) {
            return List.of();
        }
        List<PersonInstance> shown =
                scene.people().stream().filter(scene::isShown).toList();
        HitTester.Subject subject = new HitTester.Subject(
                shown,
                scene.skeleton(),
                scene.selection().primary().orElse(null),
                scene.options().boxes());
        return hitTester.hits(subject, transform, viewX, viewY);
    }

    /**
     * @param panning whether the key that turns any drag into a pan is held
     */
    public Gesture choose(ViewTransform transform, Pointer press, boolean panning) {
        if (panning || press.button() != Pointer.Button.PRIMARY) {
            return new PanGesture(transform, press, view);
        }
        if (editing.isPlacing()) {
            return new PlacePointGesture(editing);
        }
        if (editing.isTemplateArmed()) {
            return new MarqueeGesture(press, marquee, editing::addFromTemplate, () -> {});
        }
        List<HitTarget> hits = hits(transform, press.viewX(), press.viewY());
        OptionalInt prediction = prediction(hits, transform, press);
        if (prediction.isPresent()) {
            return marquee(press, () -> editing.select(Selection.ofPrediction(prediction.getAsInt())));
        }
        return onTarget(hits, press).orElseGet(() -> marquee(press, () -> editing.select(Selection.NONE)));
    }

    /** A prediction under the pointer, unless a label is: its skeleton also within the box of a labelled person. */
    private OptionalInt prediction(List<HitTarget> hits, ViewTransform transform, Pointer press) {
        CanvasScene scene = editing.scene();
        boolean onLabel = !hits.isEmpty() && !(hits.get(0) instanceof HitTarget.OnBox);
        if (onLabel
                || press.shift()
                || press.alternate()
                || !scene.options().prediction()
                || scene.options().hidden()) {
            return OptionalInt.empty();
        }
        PredictionHits predictions = new PredictionHits(scene.predictions(), scene.skeleton());
        return hits.isEmpty()
                ? predictions.at(transform, press.viewX(), press.viewY())
                : predictions.skeletonAt(transform, press.viewX(), press.viewY());
    }

    /** The selected point stays grabbed when it lies under others; a click without a drag then goes on to the next. */
    private Optional<Gesture> onTarget(List<HitTarget> hits, Pointer press) {
        HitTarget selected = selectedTarget();
        boolean again = selected != null && hits.contains(selected);
        HitTarget target = again ? selected : hits.stream().findFirst().orElse(null);
        if (target == null) {
            return Optional.empty();
        }
        return editing.person(target.personId())
                .map(person -> gesture(target, person, press, () -> {
                    if (again) {
                        HitTester.cycle(hits, target).ifPresent(this::select);
                    }
                }));
    }

    private Gesture gesture(HitTarget target, PersonInstance person, Pointer press, Runnable onClick) {
        if (press.alternate()) {
            editing.select(Selection.ofPerson(person.id()));
            return new MovePersonGesture(editing, person, press);
        }
        if (press.shift()) {
            editing.select(editing.selection().toggled(person.id()));
            return new PanGesture(ViewTransform.IDENTITY, press, ignored -> {});
        }
        if (target instanceof HitTarget.OnKeypoint on) {
            select(target);
            return new DragKeypointGesture(editing, person, on.index(), press, onClick);
        }
        if (target instanceof HitTarget.OnHandle on) {
            return ChangeBoxGesture.resize(editing, person, on.handle(), press);
        }
        if (target instanceof HitTarget.OnBoxEdge) {
            select(target);
            return ChangeBoxGesture.move(editing, person, press);
        }
        return marquee(press, () -> select(target));
    }

    private MarqueeGesture marquee(Pointer press, Runnable onClick) {
        return new MarqueeGesture(press, marquee, this::selectInside, onClick);
    }

    private void select(HitTarget target) {
        editing.select(
                target instanceof HitTarget.OnKeypoint on
                        ? Selection.ofKeypoint(on.personId(), on.index())
                        : Selection.ofPerson(target.personId()));
    }

    private @Nullable HitTarget selectedTarget() {
        Selection selection = editing.selection();
        return selection.hasKeypoint()
                ? new HitTarget.OnKeypoint(selection.people().get(0), selection.keypoint())
                : null;
    }

    private void selectInside(Box region) {
        List<Long> inside = editing.scene().people().stream()
                .filter(person ->
                        region.contains(person.box().centerX(), person.box().centerY()))
                .map(PersonInstance::id)
                .toList();
        editing.select(new Selection(inside, Selection.NO_KEYPOINT));
    }
}
