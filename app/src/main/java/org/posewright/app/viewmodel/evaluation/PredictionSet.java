package org.posewright.app.viewmodel.evaluation;

import java.util.List;
import java.util.Map;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.PosePrediction;

/**
 * Everything a model or a results file says about a set of pictures.
 *
 * @param name of the model's or results file
 * @param byImage best score first; a picture that could not be predicted is absent
 */
public record PredictionSet(String name, Map<ImageKey, List<PosePrediction>> byImage) {

    public PredictionSet {
        byImage = Map.copyOf(byImage);
    }

    /** All predictions for a picture, best first. */
    public List<PosePrediction> of(ImageKey image) {
        return byImage.getOrDefault(image, List.of());
    }

    /** The predictions that a slider lets through, best first: the beginning of {@link #of}. */
    public List<PosePrediction> believed(ImageKey image, double confidence) {
        return of(image).stream().filter(p -> p.score() >= confidence).toList();
    }
}
