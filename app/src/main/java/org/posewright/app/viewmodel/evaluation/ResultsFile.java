package org.posewright.app.viewmodel.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.posewright.annotations.coco.CocoResults;
import org.posewright.annotations.coco.ResultsReader;
import org.posewright.annotations.evaluation.EvaluationException;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** Reads a COCO results file as predictions for the pictures of the window. */
final class ResultsFile {

    private final Path file;

    ResultsFile(Path file) {
        this.file = file;
    }

    /**
     * @param images pictures of the split; rows of others are left out, as an evaluator does
     * @throws IOException if the file cannot be read
     * @throws EvaluationException if it is no results file of these pictures and this skeleton
     */
    PredictionSet read(List<ImageRecord> images, int keypointCount, ProgressListener progress, CancellationToken token)
            throws IOException {
        CocoResults results = new ResultsReader().read(file, progress, token);
        Optional<Finding> broken = results.findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .findFirst();
        if (broken.isPresent()) {
            throw new EvaluationException(broken.get().told());
        }
        if (results.size() > 0 && results.valuesPerDetection() != 3 * keypointCount) {
            throw new EvaluationException(
                    file + " has " + results.valuesPerDetection() / 3 + " keypoints a person but the labels have "
                            + keypointCount + "; choose results for this skeleton");
        }
        Map<ImageKey, List<PosePrediction>> byImage = new HashMap<>();
        PictureNames names = new PictureNames(images);
        for (int d = 0; d < results.size(); d++) {
            Optional<ImageKey> key =
                    names.find(results.imageIds()[d], results.textImageIds().get(d));
            int row = d;
            key.ifPresent(
                    k -> byImage.computeIfAbsent(k, any -> new ArrayList<>()).add(prediction(results, row)));
        }
        if (results.size() > 0 && byImage.isEmpty()) {
            throw new EvaluationException(file + " has predictions for other pictures than those of the split;"
                    + " choose the results of this split");
        }
        byImage.values()
                .forEach(list -> list.sort(
                        Comparator.comparingDouble(PosePrediction::score).reversed()));
        return new PredictionSet(String.valueOf(file.getFileName()), byImage);
    }

    private static PosePrediction prediction(CocoResults results, int row) {
        int count = results.valuesPerDetection() / 3;
        List<ScoredKeypoint> points = new ArrayList<>(count);
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < count; k++) {
            int at = row * results.valuesPerDetection() + 3 * k;
            double x = results.keypoints()[at];
            double y = results.keypoints()[at + 1];
            points.add(new ScoredKeypoint(x, y, results.keypoints()[at + 2]));
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x);
            bottom = Math.max(bottom, y);
        }
        double[] boxes = results.boxes();
        boolean stated = boxes.length > 0 && !Double.isNaN(boxes[4 * row]);
        Box box = stated
                ? new Box(boxes[4 * row], boxes[4 * row + 1], boxes[4 * row + 2], boxes[4 * row + 3])
                : Box.ofCorners(left, top, right, bottom);
        int category = (int) Math.max(0, results.categoryIds()[row] - 1);
        return new PosePrediction(box, category, results.scores()[row], points);
    }

    /** Ways in which results files name pictures: COCO ids, numbers in file names, file names. */
    private static final class PictureNames {
        private final Map<Long, ImageKey> byId = new HashMap<>();
        private final Map<String, ImageKey> byStem = new HashMap<>();

        PictureNames(List<ImageRecord> images) {
            for (ImageRecord image : images) {
                String stem = stem(image.key().fileName());
                byStem.put(stem, image.key());
                if (stem.matches("\\d{1,18}")) {
                    byId.putIfAbsent(Long.parseLong(stem), image.key());
                }
            }
            images.forEach(image -> image.cocoId().ifPresent(id -> byId.put(id, image.key())));
        }

        Optional<ImageKey> find(long id, @org.jspecify.annotations.Nullable String text) {
            return Optional.ofNullable(text == null ? byId.get(id) : byStem.get(stem(text)));
        }

        private static String stem(String name) {
            int dot = name.lastIndexOf('.');
            return dot > 0 ? name.substring(0, dot) : name;
        }
    }
}
