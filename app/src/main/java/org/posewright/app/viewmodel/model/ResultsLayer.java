package org.posewright.app.viewmodel.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.app.inference.ResultsByPicture;

/** Predictions of a COCO results file in the place of a model's. */
record ResultsLayer(ResultsByPicture results, int keypointCount) {

    /** Reads a file; slow, for jobs. */
    static ResultsLayer read(Path file, int keypointCount) throws IOException {
        ResultsByPicture results = ResultsByPicture.read(file, Double.NEGATIVE_INFINITY);
        results.requireKeypoints(keypointCount);
        return new ResultsLayer(results, keypointCount);
    }

    /** People above a confidence, best score first. */
    List<PosePrediction> of(ImageRecord image, double confidence) {
        try {
            return results.of(image, keypointCount).stream()
                    .filter(person -> person.score() > confidence)
                    .sorted(Comparator.comparingDouble(PosePrediction::score).reversed())
                    .toList();
        } catch (IOException checkedWhenRead) {
            throw new IllegalStateException(checkedWhenRead);
        }
    }
}
