package org.posewright.app.inference;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.decode.SelectionOptions;
import org.posewright.runtime.preprocess.PaddingRule;

/** What a model sees in a set of pictures, with the thresholds of an evaluation. */
public final class PicturePredictions {

    private static final double LOWEST_CONFIDENCE = 0.001;
    private static final double OVERLAP = 0.7;
    private static final int MOST_PEOPLE = 300;

    private final SplitPredictor predictor;

    /**
     * @param imageSizePixels wished side of the input; a model of fixed size keeps its own
     */
    public PicturePredictions(PoseModel model, int imageSizePixels) {
        SelectionOptions selection = new SelectionOptions(
                LOWEST_CONFIDENCE, OVERLAP, MOST_PEOPLE, false, Set.of(), PaddingRule.ULTRALYTICS_8_3);
        InferenceOptions options =
                new InferenceOptions(OptionalInt.of(imageSizePixels), false, LOWEST_CONFIDENCE, true, selection);
        predictor = new SplitPredictor(
                model, new ValidationSettings(options, false, 1, false), SplitPredictor.Geometry.PREDICTION);
    }

    /** By picture; one that cannot be read is absent. */
    public Map<Path, List<PosePrediction>> of(List<Path> pictures, ProgressListener progress, CancellationToken token) {
        return predictor.predict(pictures, progress, token).people();
    }
}
