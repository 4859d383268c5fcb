package org.posewright.app.canvas.layer;

import java.util.List;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.Skeleton;
import org.posewright.app.canvas.geometry.Selection;

/**
 * Everything that layers paint, frozen.
 *
 * @param people labels, in image pixels
 * @param predictions those above the confidence slider, after non-maximum suppression
 * @param errors lines from a label to the model's point
 * @param focus whom the picture is about
 */
public record CanvasScene(
        ImageSize size,
        Skeleton skeleton,
        List<PersonInstance> people,
        List<PosePrediction> predictions,
        List<ErrorVector> errors,
        Selection selection,
        OverlayOptions options,
        Focus focus) {

    /** From where the label is to where the model says, in image pixels. */
    public record ErrorVector(long personId, int keypoint, double fromX, double fromY, double toX, double toY) {}

    public CanvasScene {
        people = List.copyOf(people);
        predictions = List.copyOf(predictions);
        errors = List.copyOf(errors);
    }

    public boolean isSelected(PersonInstance person) {
        return selection.contains(person.id());
    }

    /** Whether solo mode lets the person be seen. */
    public boolean isShown(PersonInstance person) {
        return options.solo() == null || options.solo() == person.id();
    }

    public CanvasScene withPeople(List<PersonInstance> newPeople, List<ErrorVector> newErrors) {
        return new CanvasScene(size, skeleton, newPeople, predictions, newErrors, selection, options, focus);
    }
}
