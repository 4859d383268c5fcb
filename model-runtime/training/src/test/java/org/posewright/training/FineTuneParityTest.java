package org.posewright.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.source.DatasetRecognizer;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.training.argument.TrainingArguments;
import org.posewright.training.run.ResultsCsv;
import org.posewright.training.run.TrainingControl;

/**
 * The first epochs of fine-tuning with every augmentation on, seed 0, against the recorded run of the reference trainer: order of the
 * pictures, mosaics, perspective, colours, flips, losses, schedule, optimiser, averaging and validation must all agree for this.
 */
class FineTuneParityTest {

    private static final int EPOCHS = 3;
    private static final int BATCHES = 2;
    private static final int FIRST_LOSS = 2;
    private static final int LAST_LOSS = 6;
    private static final int POSE_MAP = 14;

    @TempDir
    private Path folder;

    @Test
    void lossesAndMapFollowTheReferenceRun() throws Exception {
        Path weights = SharedData.file("models/yolo11n-pose-bncal.pt");
        Path recorded = SharedData.file("training/reference-runs/finetune-mini-320-results.csv");
        TrainingPlan plan = new TrainingPlan(TrainingArguments.of(Map.ofEntries(
                Map.entry("model", weights.toString()),
                Map.entry("project", folder.toString()),
                Map.entry("name", "run"),
                Map.entry("epochs", "10"),
                Map.entry("imgsz", "320"),
                Map.entry("batch", "8"),
                Map.entry("close_mosaic", "2"),
                Map.entry("amp", "false"),
                Map.entry("device", "cpu"),
                Map.entry("plots", "false"),
                Map.entry("export", "false"))));
        int[] steps = new int[1];
        TrainingControl endAfterEpochs =
                () -> ++steps[0] > EPOCHS * BATCHES ? TrainingControl.Wish.CANCEL : TrainingControl.Wish.RUN;
        new PoseTrainer(TrainingListener.NONE, endAfterEpochs, CancellationToken.NONE).train(plan, dataset());
        List<double[]> expected = new ResultsCsv(recorded).read();
        List<double[]> actual = new ResultsCsv(folder.resolve("run/results.csv")).read();
        assertThat(actual).hasSize(EPOCHS);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            for (int column = FIRST_LOSS; column <= LAST_LOSS; column++) {
                double wanted = expected.get(epoch)[column];
                assertThat(actual.get(epoch)[column])
                        .as("training loss, epoch %d, column %d", epoch + 1, column)
                        .isCloseTo(wanted, within(1e-3 * wanted));
            }
            assertThat(actual.get(epoch)[POSE_MAP])
                    .as("pose mAP50-95, epoch %d", epoch + 1)
                    .isCloseTo(expected.get(epoch)[POSE_MAP], within(2e-3));
        }
    }

    private static Dataset dataset() throws Exception {
        DatasetSource source = new DatasetRecognizer(Path.of(""))
                .open(
                        OpenRequest.of(SharedData.file("coco-pose-mini/coco-pose-mini.yaml")),
                        ProgressListener.NONE,
                        CancellationToken.NONE);
        List<ImageEntry> wanted = new ArrayList<>(source.entries("train"));
        wanted.addAll(source.entries("val"));
        return source.loadAll(wanted, ProgressListener.NONE, CancellationToken.NONE)
                .dataset();
    }
}
