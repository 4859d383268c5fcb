package org.posewright.app.canvas.layer;

import org.jspecify.annotations.Nullable;

/**
 * What is shown over the picture.
 *
 * @param solo id of the only person to show; null for everybody
 * @param hidden everything off while a key is held
 */
public record OverlayOptions(
        boolean groundTruth,
        boolean prediction,
        boolean boxes,
        boolean names,
        boolean errors,
        Palette palette,
        double groundTruthOpacity,
        double predictionOpacity,
        @Nullable Long solo,
        boolean hidden) {

    public static final OverlayOptions DEFAULT =
            new OverlayOptions(true, true, false, false, false, Palette.SIDES, 1, 1, null, false);

    /** The layers with a switch in the toolbar. */
    public enum Switch {
        GROUND_TRUTH,
        PREDICTION,
        BOXES,
        NAMES,
        ERRORS
    }

    public boolean shows(Switch layer) {
        return switch (layer) {
            case GROUND_TRUTH -> groundTruth;
            case PREDICTION -> prediction;
            case BOXES -> boxes;
            case NAMES -> names;
            case ERRORS -> errors;
        };
    }

    public OverlayOptions with(Switch layer, boolean on) {
        return new OverlayOptions(
                layer == Switch.GROUND_TRUTH ? on : groundTruth,
                layer == Switch.PREDICTION ? on : prediction,
                layer == Switch.BOXES ? on : boxes,
                layer == Switch.NAMES ? on : names,
                layer == Switch.ERRORS ? on : errors,
                palette,
                groundTruthOpacity,
                predictionOpacity,
                solo,
                hidden);
    }

    public OverlayOptions with(Palette chosen) {
        return new OverlayOptions(
                groundTruth,
                prediction,
                boxes,
                names,
                errors,
                chosen,
                groundTruthOpacity,
                predictionOpacity,
                solo,
                hidden);
    }

    public OverlayOptions withOpacity(double ofGroundTruth, double ofPrediction) {
        return new OverlayOptions(
                groundTruth, prediction, boxes, names, errors, palette, ofGroundTruth, ofPrediction, solo, hidden);
    }

    public OverlayOptions withSolo(@Nullable Long person) {
        return new OverlayOptions(
                groundTruth,
                prediction,
                boxes,
                names,
                errors,
                palette,
                groundTruthOpacity,
                predictionOpacity,
                person,
                hidden);
    }

    public OverlayOptions withHidden(boolean allHidden) {
        return new OverlayOptions(
                groundTruth,
                prediction,
                boxes,
                names,
                errors,
                palette,
                groundTruthOpacity,
                predictionOpacity,
                solo,
                allHidden);
    }
}
