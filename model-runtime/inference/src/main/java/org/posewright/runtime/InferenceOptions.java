package org.posewright.runtime;

import java.util.OptionalInt;
import org.posewright.runtime.decode.DecodeSettings;
import org.posewright.runtime.decode.SelectionOptions;

/**
 * How to predict.
 *
 * @param imageSizePixels (imgsz) side of the network input; empty takes the model's own; ignored by models of fixed size
 * @param rectangular (rect) pad only to whole strides, for models of dynamic size
 * @param candidateFloor candidates at or below this score are not kept; lower costs memory, and sliders reach further down
 * @param multiLabel several classes may claim one anchor: the reference's validation
 * @param selection which candidates become predictions
 */
public record InferenceOptions(
        OptionalInt imageSizePixels,
        boolean rectangular,
        double candidateFloor,
        boolean multiLabel,
        SelectionOptions selection) {

    /** The field's defaults for prediction; sliders reach down to 0.01. */
    public static final InferenceOptions DEFAULTS =
            new InferenceOptions(OptionalInt.empty(), false, 0.01, false, SelectionOptions.DEFAULTS);

    public InferenceOptions {
        if (imageSizePixels.isPresent() && (imageSizePixels.getAsInt() < 1 || imageSizePixels.getAsInt() > 16_384)) {
            throw new IllegalArgumentException("imgsz must lie between 1 and 16384, not " + imageSizePixels.getAsInt());
        }
    }

    public InferenceOptions withImageSize(int pixels) {
        return new InferenceOptions(OptionalInt.of(pixels), rectangular, candidateFloor, multiLabel, selection);
    }

    public InferenceOptions withRectangular(boolean newRectangular) {
        return new InferenceOptions(imageSizePixels, newRectangular, candidateFloor, multiLabel, selection);
    }

    public InferenceOptions withCandidateFloor(double newFloor) {
        return new InferenceOptions(imageSizePixels, rectangular, newFloor, multiLabel, selection);
    }

    public InferenceOptions withMultiLabel(boolean newMultiLabel) {
        return new InferenceOptions(imageSizePixels, rectangular, candidateFloor, newMultiLabel, selection);
    }

    public InferenceOptions withSelection(SelectionOptions newSelection) {
        return new InferenceOptions(imageSizePixels, rectangular, candidateFloor, multiLabel, newSelection);
    }

    /** What the decoder needs: a floor that lets through everything the selection asks for. */
    public DecodeSettings decodeSettings() {
        return new DecodeSettings(Math.min(candidateFloor, selection.confidence()), multiLabel);
    }
}
