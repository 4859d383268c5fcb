package org.posewright.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.posewright.annotations.evaluation.ultralytics.ConfusionMatrix;
import org.posewright.annotations.evaluation.ultralytics.UltralyticsCurves;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.runtime.preprocess.Letterbox;
import org.posewright.training.augment.Picture;
import org.posewright.training.augment.PictureFiles;
import org.posewright.training.data.PixelBatch;
import org.posewright.training.data.ValidationBatches;
import org.posewright.training.plot.BatchPlot;
import org.posewright.training.plot.ConfusionPlot;
import org.posewright.training.plot.LabelsPlot;
import org.posewright.training.plot.PrecisionPlots;
import org.posewright.training.plot.ResultsPlot;
import org.posewright.training.run.ResultsCsv;
import org.posewright.training.run.RunFolder;

/** Draws the pictures of a run folder at their time. With {@code plots=false} it draws nothing. */
final class RunPictures {

    private static final int BATCHES = 3;
    private static final double SHOWN_CONFIDENCE = 0.25;
    private static final double VISIBLE_CONFIDENCE = 0.5;

    private final RunFolder folder;
    private final TrainingPlan plan;
    private final TrainingData data;
    private final BatchPlot batchPlot;
    private final PictureFiles files = new PictureFiles();

    RunPictures(RunFolder folder, TrainingPlan plan, TrainingData data) {
        this.folder = folder;
        this.plan = plan;
        this.data = data;
        batchPlot = new BatchPlot(data.skeleton());
    }

    private boolean isOff() {
        return !plan.arguments().isTrue("plots");
    }

    /** Before the first epoch. */
    void begin() throws IOException {
        if (!isOff()) {
            write("labels.jpg", LabelsPlot.draw(data.training(), data.categoryNames()));
        }
    }

    /** The first batches of the run, and the first after the mosaic was closed. */
    void trained(int epoch, int number, int batchesPerEpoch, PixelBatch batch) throws IOException {
        long global = (long) epoch * batchesPerEpoch + number;
        long closed = (long) plan.mosaicEndEpoch() * batchesPerEpoch;
        boolean isEarly = global < BATCHES;
        boolean isClosed = closed >= 0 && global >= closed && global < closed + BATCHES;
        if (!isOff() && (isEarly || isClosed)) {
            write("train_batch" + global + ".jpg", batchPlot.draw(BatchPlot.tiles(batch.samples())));
        }
    }

    /** After the last epoch. */
    void results() throws IOException {
        List<double[]> rows = new ResultsCsv(folder.results()).read();
        if (!isOff() && !rows.isEmpty()) {
            write("results.png", ResultsPlot.draw(rows));
        }
    }

    /** Precision and recall of the best weights. */
    void curves(UltralyticsCurves curves) throws IOException {
        if (isOff()) {
            return;
        }
        Map<String, Picture> pictures = PrecisionPlots.draw("Box", curves.box(), data.categoryNames());
        pictures.putAll(PrecisionPlots.draw("Pose", curves.pose(), data.categoryNames()));
        for (Map.Entry<String, Picture> picture : pictures.entrySet()) {
            write(picture.getKey(), picture.getValue());
        }
    }

    /** What the boxes of the best weights were taken for. */
    void confusion(ConfusionMatrix matrix) throws IOException {
        if (isOff()) {
            return;
        }
        write("confusion_matrix.png", ConfusionPlot.draw(matrix, data.categoryNames(), false));
        write("confusion_matrix_normalized.png", ConfusionPlot.draw(matrix, data.categoryNames(), true));
    }

    /** Labels and predictions of the first validation batches. */
    void validated(ValidationBatches batches, Map<ImageKey, List<PosePrediction>> predictions) throws IOException {
        if (isOff()) {
            return;
        }
        for (int i = 0; i < Math.min(BATCHES, batches.count()); i++) {
            Optional<ValidationBatches.Batch> loaded = batches.load(i);
            if (loaded.isEmpty()) {
                continue;
            }
            ValidationBatches.Batch batch = loaded.get();
            write(
                    "val_batch" + i + "_labels.jpg",
                    batchPlot.draw(BatchPlot.tiles(batch.pixels().samples())));
            List<BatchPlot.Tile> tiles = new ArrayList<>();
            for (int j = 0; j < batch.images().size(); j++) {
                ImageKey key = batch.images().get(j).key();
                Picture picture = batch.pixels().samples().get(j).picture();
                Letterbox letterbox = batch.letterboxes().get(j);
                List<BatchPlot.Figure> figures = predictions.getOrDefault(key, List.of()).stream()
                        .filter(p -> p.score() > SHOWN_CONFIDENCE)
                        .map(p -> figure(p, letterbox))
                        .toList();
                tiles.add(new BatchPlot.Tile(key.fileName(), picture, figures));
            }
            write("val_batch" + i + "_pred.jpg", batchPlot.draw(tiles));
        }
    }

    private static BatchPlot.Figure figure(PosePrediction prediction, Letterbox letterbox) {
        double[] box = {
            letterbox.inputX(prediction.box().x()),
            letterbox.inputY(prediction.box().y()),
            letterbox.inputX(prediction.box().right()),
            letterbox.inputY(prediction.box().bottom())
        };
        List<ScoredKeypoint> points = prediction.keypoints();
        double[] xy = new double[2 * points.size()];
        int[] shown = new int[points.size()];
        for (int k = 0; k < points.size(); k++) {
            xy[2 * k] = letterbox.inputX(points.get(k).x());
            xy[2 * k + 1] = letterbox.inputY(points.get(k).y());
            shown[k] = points.get(k).confidence() > VISIBLE_CONFIDENCE ? 2 : 0;
        }
        return new BatchPlot.Figure(String.format(Locale.ROOT, "%.2f", prediction.score()), box, xy, shown);
    }

    void write(String name, Picture picture) throws IOException {
        folder.writeBytes(name, files.encode(picture, name.substring(name.lastIndexOf('.'))));
    }
}
