package org.posewright.runtime.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.runtime.preprocess.Letterbox;
import org.posewright.runtime.preprocess.PaddingRule;

/** From candidates in network pixels to predictions in pixels of the original picture; pure functions, any thread. */
public final class Postprocess {

    private static final double CERTAIN = 1.0;

    private Postprocess() {}

    /**
     * Threshold, class filter, suppression (raw layout only), mapping back and clipping to the picture, both ends inclusive.
     *
     * @return best score first
     */
    public static List<PosePrediction> select(PredictionCandidates candidates, SelectionOptions options) {
        CandidateRows rows = candidates.rows();
        int[] indices = IntStream.range(0, rows.countAbove(options.confidence()))
                .filter(i -> options.classes().isEmpty() || options.classes().contains(rows.classIndex(i)))
                .toArray();
        int[] kept =
                switch (candidates.head().layout()) {
                    case RAW -> Nms.suppress(rows, indices, options.iou(), options.agnostic(), options.maxDetections());
                    case END_TO_END ->
                        IntStream.of(indices).limit(options.maxDetections()).toArray();
                };
        List<PosePrediction> predictions = new ArrayList<>(kept.length);
        for (int index : kept) {
            predictions.add(prediction(candidates, index, options.paddingRule()));
        }
        return predictions;
    }

    /** As {@link #select(PredictionCandidates, SelectionOptions)} with everything but the sliders at its default. */
    public static List<PosePrediction> select(
            PredictionCandidates candidates, double confidence, double iou, int maxDetections) {
        return select(
                candidates,
                SelectionOptions.DEFAULTS
                        .withConfidence(confidence)
                        .withIou(iou)
                        .withMaxDetections(maxDetections));
    }

    private static PosePrediction prediction(PredictionCandidates candidates, int index, PaddingRule rule) {
        CandidateRows rows = candidates.rows();
        Letterbox letterbox = candidates.letterbox();
        double padX = letterbox.boxPadX(rule);
        double padY = letterbox.boxPadY(rule);
        Box box = Box.ofCorners(
                imageX(letterbox, rows.left(index), padX),
                imageY(letterbox, rows.top(index), padY),
                imageX(letterbox, rows.right(index), padX),
                imageY(letterbox, rows.bottom(index), padY));
        return new PosePrediction(box, rows.classIndex(index), rows.score(index), keypoints(candidates, index, rule));
    }

    private static List<ScoredKeypoint> keypoints(PredictionCandidates candidates, int index, PaddingRule rule) {
        CandidateRows rows = candidates.rows();
        Letterbox letterbox = candidates.letterbox();
        int step = candidates.head().valuesPerKeypoint();
        double padX = letterbox.keypointPadX(rule);
        double padY = letterbox.keypointPadY(rule);
        List<ScoredKeypoint> points = new ArrayList<>(candidates.head().keypointCount());
        for (int k = 0; k < candidates.head().keypointCount(); k++) {
            points.add(new ScoredKeypoint(
                    imageX(letterbox, rows.keypointValue(index, step * k), padX),
                    imageY(letterbox, rows.keypointValue(index, step * k + 1), padY),
                    step == 3 ? rows.keypointValue(index, step * k + 2) : CERTAIN));
        }
        return points;
    }

    private static double imageX(Letterbox letterbox, double inputX, double padX) {
        return clip((inputX - padX) / letterbox.scaleX(), letterbox.image().width());
    }

    private static double imageY(Letterbox letterbox, double inputY, double padY) {
        return clip((inputY - padY) / letterbox.scaleY(), letterbox.image().height());
    }

    private static double clip(double value, int limit) {
        return Math.min(Math.max(value, 0), limit);
    }
}
