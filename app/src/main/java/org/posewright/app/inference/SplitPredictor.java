package org.posewright.app.inference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.posewright.annotations.image.ImageHeaders;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.decode.Postprocess;
import org.posewright.runtime.decode.PredictionCandidates;
import org.posewright.runtime.decode.SelectionOptions;
import org.posewright.runtime.pipeline.InputPlan;
import org.posewright.runtime.pipeline.PictureTask;
import org.posewright.runtime.pipeline.PipelineReport;
import org.posewright.runtime.pipeline.PipelinedPredictor;
import org.posewright.runtime.preprocess.InputSize;
import org.posewright.runtime.preprocess.PaddingRule;
import org.posewright.runtime.preprocess.ValidationShapes;

/** Predicts pictures with the input geometry of the reference's prediction or of its validation loader. */
final class SplitPredictor {

    private final PoseModel model;
    private final ValidationSettings settings;
    private final Geometry geometry;

    SplitPredictor(PoseModel model, ValidationSettings settings, Geometry geometry) {
        this.model = model;
        this.settings = settings;
        this.geometry = geometry;
    }

    /** How pictures are fitted into the network and how people come back. */
    enum Geometry {
        /** As the reference predicts: what its COCO results files were made with. */
        PREDICTION(PaddingRule.ULTRALYTICS_8_3),
        /** As its validation loader does: what its own metric is measured with. */
        VALIDATION(PaddingRule.REAL);

        private final PaddingRule paddingRule;

        Geometry(PaddingRule paddingRule) {
            this.paddingRule = paddingRule;
        }
    }

    /**
     * What a model sees in a set of pictures.
     *
     * @param people by picture file; pictures that could not be read are absent
     * @param sizes of the upright pictures, by file
     */
    record Predictions(
            Map<Path, List<PosePrediction>> people,
            Map<Path, ImageSize> sizes,
            List<Finding> findings,
            PipelineReport report) {

        List<PosePrediction> of(Path picture) {
            return people.getOrDefault(picture, List.of());
        }

        Optional<ImageSize> size(Path picture) {
            return Optional.ofNullable(sizes.get(picture));
        }
    }

    Predictions predict(List<Path> pictures, ProgressListener progress, CancellationToken token) {
        InferenceOptions options = options();
        SelectionOptions selection = options.selection();
        Map<Path, List<PosePrediction>> people = new HashMap<>();
        Map<Path, ImageSize> sizes = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        PipelineReport report = new PipelinedPredictor(model, null)
                .run(
                        tasks(pictures),
                        options,
                        result -> {
                            findings.addAll(result.findings());
                            if (result.candidates().isPresent()) {
                                PredictionCandidates candidates =
                                        result.candidates().get();
                                people.put(result.file(), Postprocess.select(candidates, selection));
                                sizes.put(result.file(), candidates.letterbox().image());
                            }
                        },
                        progress,
                        token);
        return new Predictions(people, sizes, findings, report);
    }

    /** Whether pictures go in as rectangles; only a model of dynamic size can take them. */
    private boolean isRectangular() {
        return settings.rectangular() && model.descriptor().input().isDynamic();
    }

    private InferenceOptions options() {
        InferenceOptions wished = settings.options();
        return wished.withRectangular(settings.rectangular())
                .withSelection(wished.selection().withPaddingRule(geometry.paddingRule));
    }

    private List<PictureTask> tasks(List<Path> pictures) {
        InputSize input = model.descriptor().input().sizeFor(settings.options().imageSizePixels());
        boolean square = input.width() == input.height();
        if (geometry == Geometry.PREDICTION || !isRectangular() || !square) {
            InputPlan plan = geometry == Geometry.VALIDATION && square
                    ? InputPlan.validation(input.width(), input)
                    : InputPlan.prediction(model, options());
            return pictures.stream().map(file -> new PictureTask(file, plan)).toList();
        }
        int stride = model.descriptor().input().stride();
        List<InputSize> shapes = ValidationShapes.plan(uprightSizes(pictures), input.width(), settings.batch(), stride);
        List<PictureTask> tasks = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            tasks.add(new PictureTask(pictures.get(i), InputPlan.validation(input.width(), shapes.get(i))));
        }
        return tasks;
    }

    /** From the files' headers; one that cannot be read counts as square, and its decoding will say why. */
    private static List<ImageSize> uprightSizes(List<Path> pictures) {
        ImageHeaders headers = new ImageHeaders();
        List<ImageSize> sizes = new ArrayList<>();
        for (Path picture : pictures) {
            try {
                sizes.add(headers.read(picture).uprightSize());
            } catch (IOException unreadable) {
                sizes.add(new ImageSize(1, 1));
            }
        }
        return sizes;
    }
}
