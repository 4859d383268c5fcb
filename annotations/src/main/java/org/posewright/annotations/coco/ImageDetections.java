package org.posewright.annotations.coco;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PosePrediction;

/**
 * What a model sees in one picture, for a results file.
 *
 * @param imageId COCO's image id; empty where there is none
 * @param name stands for the id where there is none: the file name without its ending
 */
public record ImageDetections(OptionalLong imageId, String name, List<PosePrediction> predictions) {

    private static final int MOST_DIGITS = 18;

    public ImageDetections {
        predictions = List.copyOf(predictions);
    }

    /** With COCO's image id, or the number that the file is named by, or its name: Ultralytics' rule. */
    public static ImageDetections of(ImageRecord image, List<PosePrediction> predictions) {
        String fileName = image.key().fileName();
        int dot = fileName.lastIndexOf('.');
        String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
        boolean isNumber =
                stem.length() <= MOST_DIGITS && !stem.isEmpty() && stem.chars().allMatch(c -> c >= '0' && c <= '9');
        OptionalLong id =
                image.cocoId().isPresent() || !isNumber ? image.cocoId() : OptionalLong.of(Long.parseLong(stem));
        return new ImageDetections(id, stem, predictions);
    }

    /** The predictions with the highest scores; those of equal score keep their order. */
    public List<PosePrediction> best(int count) {
        if (predictions.size() <= count) {
            return predictions;
        }
        return predictions.stream()
                .sorted(Comparator.comparingDouble(PosePrediction::score).reversed())
                .limit(count)
                .toList();
    }
}
