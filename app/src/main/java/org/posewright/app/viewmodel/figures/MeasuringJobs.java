package org.posewright.app.viewmodel.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.figures.CountedNetwork;
import org.posewright.app.figures.ModelMeasurement;
import org.posewright.app.figures.StageTimer;
import org.posewright.app.inference.ModelOpener;
import org.posewright.app.inference.Validation;
import org.posewright.app.inference.ValidationResult;
import org.posewright.app.inference.ValidationSettings;
import org.posewright.runtime.DeviceRequest;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.decode.SelectionOptions;
import org.posewright.runtime.onnx.RunPurpose;
import org.posewright.runtime.preprocess.PaddingRule;

/** Measures with sessions of its own, so that the open model can be closed meanwhile. */
final class MeasuringJobs {

    private static final int TIMED_PICTURES = 20;
    private static final double FLOOR = 0.001;
    private static final double IOU = 0.7;
    private static final int MOST_PEOPLE = 300;
    private static final int SIDE_PIXELS = 640;

    private final ModelOpener opener;

    MeasuringJobs(ModelOpener opener) {
        this.opener = opener;
    }

    /** What to measure on. */
    record Subject(Path model, DeviceRequest device, DatasetSource source, List<ImageEntry> entries, String split) {}

    /**
     * @param before what is known of the model
     * @throws IOException if a picture cannot be read
     */
    ModelMeasurement times(Subject subject, ModelMeasurement before, ProgressListener progress, CancellationToken token)
            throws IOException {
        int stride = Math.max(1, subject.entries().size() / TIMED_PICTURES);
        List<Path> pictures = java.util.stream.IntStream.range(
                        0, subject.entries().size())
                .filter(i -> i % stride == 0)
                .limit(TIMED_PICTURES)
                .mapToObj(i -> subject.entries().get(i).file())
                .toList();
        try (PoseModel model = opener.open(subject.model(), subject.device(), RunPurpose.LATENCY, token)) {
            return before.withTimes(
                    new StageTimer(model).measure(pictures, progress, token),
                    model.device().summary());
        }
    }

    /**
     * @throws IOException if a label file cannot be read
     */
    ModelMeasurement accuracy(
            Subject subject, ModelMeasurement before, ProgressListener progress, CancellationToken token)
            throws IOException {
        SelectionOptions selection = new SelectionOptions(FLOOR, IOU, MOST_PEOPLE, false, Set.of(), PaddingRule.REAL);
        InferenceOptions options = new InferenceOptions(OptionalInt.of(SIDE_PIXELS), false, FLOOR, true, selection);
        try (PoseModel model = opener.open(subject.model(), subject.device(), RunPurpose.THROUGHPUT, token)) {
            ValidationResult result = new Validation(model, new ValidationSettings(options, false, 1, false))
                    .run(subject.source(), subject.entries(), progress, token);
            return before.withAccuracy(new ModelMeasurement.Accuracy(
                    subject.source().description().name(),
                    subject.split(),
                    subject.entries().size(),
                    result.coco().ap(),
                    result.coco().ap50()));
        }
    }

    /** A model of which only the file is known. */
    static ModelMeasurement unmeasured(String name, Path file) {
        return new ModelMeasurement(
                name, file.toString(), CountedNetwork.of(file).orElse(null), null, "", null);
    }
}
