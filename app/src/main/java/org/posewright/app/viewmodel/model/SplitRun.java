package org.posewright.app.viewmodel.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.source.DatasetDescription;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.inference.SkeletonFit;
import org.posewright.runtime.DeviceRequest;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.decode.Postprocess;
import org.posewright.runtime.decode.SelectionOptions;
import org.posewright.runtime.onnx.RunPurpose;
import org.posewright.runtime.pipeline.InputPlan;
import org.posewright.runtime.pipeline.PictureTask;
import org.posewright.runtime.pipeline.PipelinedPredictor;

/** A run of a model over many pictures that keeps everything an evaluation counts. Slow: for jobs. */
public final class SplitRun {

    /** As low as evaluations go: the curve needs the unlikely detections too. */
    private static final double EVALUATION_CONFIDENCE = 0.001;

    private final ModelLibrary library;
    private final Path file;
    private final DeviceRequest wish;

    private SplitRun(ModelLibrary library, Path file, DeviceRequest wish) {
        this.library = library;
        this.file = file;
        this.wish = wish;
    }

    /** A run of the open model; empty when none is open. FX thread. */
    public static Optional<SplitRun> ofOpenModel(ModelViewModel models) {
        return models.file().map(file -> ofFile(models, file));
    }

    /** A run of any model file on the device that is chosen. FX thread. */
    public static SplitRun ofFile(ModelViewModel models, Path file) {
        return new SplitRun(models.library(), file, models.deviceProperty().get());
    }

    public String modelName() {
        return String.valueOf(file.getFileName());
    }

    /**
     * Predicts pictures of a dataset, or takes what the prediction cache has.
     *
     * @return best score first; pictures that could not be read are absent
     * @throws org.posewright.runtime.PoseModelException if the file is no pose model, or one of another skeleton
     */
    public Map<ImageKey, List<PosePrediction>> predict(
            DatasetDescription about, List<ImageEntry> entries, ProgressListener progress, CancellationToken token) {
        OpenModel own = library.open(file, wish, RunPurpose.THROUGHPUT);
        SelectionOptions selection = SelectionOptions.DEFAULTS.withConfidence(EVALUATION_CONFIDENCE);
        Map<ImageKey, List<PosePrediction>> found = new HashMap<>();
        try (var model = own.model()) {
            SkeletonFit.require(file, model, about);
            InputPlan plan = InputPlan.prediction(model, InferenceOptions.DEFAULTS);
            List<PictureTask> tasks = new ArrayList<>(entries.size());
            entries.forEach(entry -> tasks.add(new PictureTask(entry.file(), plan)));
            new PipelinedPredictor(model, own.cache())
                    .run(
                            tasks,
                            InferenceOptions.DEFAULTS,
                            result -> result.candidates()
                                    .ifPresent(candidates -> found.put(
                                            entries.get(result.index()).key(),
                                            Postprocess.select(candidates, selection))),
                            progress,
                            token);
        }
        return found;
    }
}
