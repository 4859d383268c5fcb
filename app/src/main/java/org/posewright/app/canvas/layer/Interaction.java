package org.posewright.app.canvas.layer;

import java.util.Optional;
import org.posewright.annotations.model.Box;
import org.posewright.app.canvas.geometry.HitTarget;

/**
 * What belongs to the pointer, frozen.
 *
 * @param pointerX view x of the pointer; not a number while it is elsewhere
 * @param marquee region being drawn, in image pixels
 * @param placing name of the point that the next click places
 * @param selectionNote what to say beside the selected point, such as its person's OKS
 */
public record Interaction(
        double pointerX,
        double pointerY,
        Optional<HitTarget> hover,
        Optional<Box> marquee,
        Optional<String> placing,
        String selectionNote) {

    public static final Interaction NONE =
            new Interaction(Double.NaN, Double.NaN, Optional.empty(), Optional.empty(), Optional.empty(), "");

    public Interaction at(double viewX, double viewY, Optional<HitTarget> newHover) {
        return new Interaction(viewX, viewY, newHover, marquee, placing, selectionNote);
    }

    /** The pointer went elsewhere. */
    public Interaction left() {
        return at(Double.NaN, Double.NaN, Optional.empty());
    }

    /** Whether the pointer is over the canvas. */
    public boolean isOver() {
        return !Double.isNaN(pointerX);
    }

    public Interaction withMarquee(Optional<Box> region) {
        return new Interaction(pointerX, pointerY, hover, region, placing, selectionNote);
    }

    public Interaction saying(Optional<String> nextPoint, String note) {
        return new Interaction(pointerX, pointerY, hover, marquee, nextPoint, note);
    }
}
