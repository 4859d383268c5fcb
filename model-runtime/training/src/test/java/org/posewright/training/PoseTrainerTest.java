package org.posewright.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.model.Visibility;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.training.argument.TrainingArguments;
import org.posewright.training.augment.Picture;
import org.posewright.training.augment.PictureFiles;
import org.posewright.training.data.TrainingPipeline;
import org.posewright.training.plot.BatchPlot;
import org.posewright.training.run.ResultsCsv;
import org.posewright.training.run.RunFolder;
import org.posewright.training.run.TrainingControl;

/** A whole run on four drawn pictures of 64 pixels, from new weights. */
class PoseTrainerTest {

    private static final int SIZE = 64;

    @TempDir
    private Path folder;

    @Test
    void aRunLearnsAndLeavesItsFolder() throws Exception {
        TrainingReport report = trainer(TrainingControl.NONE)
                .train(plan("run", "epochs", "8", "val", "false", "mosaic", "0", "scale", "0"), dataset());
        assertThat(report.outcome()).isEqualTo(TrainingReport.Outcome.COMPLETED);
        List<double[]> rows = rows("run");
        assertThat(rows).hasSize(8);
        // New weights first find their anchors, which costs a little; from the second epoch on the loss falls.
        assertThat(lossOf(rows.get(7))).isLessThan(0.95 * lossOf(rows.get(1)));
        for (String file : List.of(
                "weights/best.pt",
                "weights/last.pt",
                "weights/best.onnx",
                "args.yaml",
                "results.csv",
                "results.png",
                "labels.jpg",
                "labels.json",
                "train_batch0.jpg",
                "val_batch0_labels.jpg",
                "val_batch0_pred.jpg",
                "BoxPR_curve.png",
                "PoseF1_curve.png",
                "confusion_matrix.png",
                "confusion_matrix_normalized.png",
                "progress.jsonl")) {
            assertThat(folder.resolve("run").resolve(file)).isNotEmptyFile();
        }
        assertThat(Files.readAllLines(folder.resolve("run/progress.jsonl")))
                .anyMatch(line -> line.startsWith("{\"event\":\"started\""))
                .anyMatch(line -> line.startsWith("{\"event\":\"validated\""))
                .last()
                .asString()
                .startsWith("{\"event\":\"finished\",\"outcome\":\"completed\"");
        RunFolder finished = RunFolder.existing(folder.resolve("run"));
        TrainingPlan plan = PoseTrainer.planOf(finished, Map.of());
        assertThatThrownBy(() -> trainer(TrainingControl.NONE).resume(finished, plan, dataset()))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("start a new run");
    }

    @Test
    void aResumedRunGoesOnAsIfNothingHadHappened() throws Exception {
        trainer(TrainingControl.NONE).train(plan("whole", "epochs", "4"), dataset());
        int[] steps = new int[1];
        TrainingControl cancelInThirdEpoch =
                () -> ++steps[0] > 5 ? TrainingControl.Wish.CANCEL : TrainingControl.Wish.RUN;
        TrainingReport cancelled = trainer(cancelInThirdEpoch).train(plan("parts", "epochs", "4"), dataset());
        assertThat(cancelled.outcome()).isEqualTo(TrainingReport.Outcome.CANCELLED);
        RunFolder parts = RunFolder.existing(folder.resolve("parts"));
        // What a kill between the row and the weights of an epoch leaves behind.
        Files.writeString(
                parts.results(), Files.readString(parts.results()) + "3,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9\n");
        TrainingReport resumed =
                trainer(TrainingControl.NONE).resume(parts, PoseTrainer.planOf(parts, Map.of()), dataset());
        assertThat(resumed.outcome()).isEqualTo(TrainingReport.Outcome.COMPLETED);
        List<double[]> expected = rows("whole");
        List<double[]> actual = rows("parts");
        assertThat(actual).hasSize(4);
        for (int epoch = 0; epoch < 4; epoch++) {
            for (int column = 2; column < expected.get(epoch).length; column++) {
                double wanted = expected.get(epoch)[column];
                assertThat(actual.get(epoch)[column])
                        .as("epoch %d column %d", epoch, column)
                        .isCloseTo(wanted, within(1e-3 * Math.max(1, Math.abs(wanted))));
            }
        }
    }

    @Test
    void thePreviewShowsTheVeryBatches() throws Exception {
        TrainingPlan plan = plan("preview", "epochs", "1", "plots", "true");
        Dataset dataset = dataset();
        trainer(TrainingControl.NONE).train(plan, dataset);
        TrainingPipeline preview = TrainingData.of(dataset, plan.arguments()).preview(plan);
        assertThat(preview.batchCount()).isEqualTo(2);
        Picture drawn = new BatchPlot(Skeletons.COCO_PERSON).draw(BatchPlot.tiles(preview.preview(0, 1)));
        assertThat(new PictureFiles().encode(drawn, ".jpg"))
                .isEqualTo(Files.readAllBytes(folder.resolve("preview/train_batch1.jpg")));
    }

    @Test
    void aStoppedRunKeepsItsBestAndCanGoOn() throws Exception {
        int[] asked = new int[1];
        TrainingControl stopInSecondEpoch = () -> ++asked[0] > 3 ? TrainingControl.Wish.STOP : TrainingControl.Wish.RUN;
        TrainingReport report =
                trainer(stopInSecondEpoch).train(plan("stopped", "epochs", "9", "plots", "false"), dataset());
        assertThat(report.outcome()).isEqualTo(TrainingReport.Outcome.STOPPED);
        assertThat(report.epochsDone()).isEqualTo(1);
        assertThat(report.best()).isNotNull();
        assertThat(folder.resolve("stopped/weights/best.onnx")).exists();
        assertThat(folder.resolve("stopped/labels.jpg")).doesNotExist();
        RunFolder stopped = RunFolder.existing(folder.resolve("stopped/weights/last.pt"));
        assertThat(RunFolder.newestBelow(folder)).isEqualTo(stopped);
        assertThat(RunWeights.read(stopped).progress().nextEpoch()).isEqualTo(1);
    }

    @Test
    void withoutValidationNoPatienceRunsOut() throws Exception {
        TrainingReport report = trainer(TrainingControl.NONE)
                .train(plan("blind", "epochs", "4", "patience", "1", "val", "false"), dataset());
        assertThat(report.outcome()).isEqualTo(TrainingReport.Outcome.COMPLETED);
        assertThat(rows("blind")).hasSize(4);
    }

    @Test
    void aLossThatIsNoNumberEndsTheRun() throws Exception {
        TrainingPlan plan = plan("nan", "optimizer", "SGD", "lr0", "1", "box", "1e308", "warmup_epochs", "0");
        TrainingReport report = trainer(TrainingControl.NONE).train(plan, dataset());
        assertThat(report.outcome()).isEqualTo(TrainingReport.Outcome.DIVERGED);
        assertThat(report.sentence()).contains("epoch 1, batch").contains("images/");
    }

    @Test
    void aDatasetWithoutPeopleIsRefused() throws IOException {
        Dataset empty = new Dataset(
                "nobody",
                folder,
                Skeletons.COCO_PERSON,
                List.of("person"),
                dataset().images().stream().map(i -> i.withPeople(List.of())).toList());
        assertThatThrownBy(() -> trainer(TrainingControl.NONE).train(plan("none"), empty))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("no labelled person");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void picturesThatCannotBeReadAreNamedOnceAndLeftOut() throws Exception {
        Dataset whole = dataset();
        Path broken = folder.resolve("images/1.png");
        Files.write(broken, new byte[] {1, 2, 3});
        List<String> notes = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void note(String sentence) {
                notes.add(sentence);
            }
        };
        TrainingReport report = new PoseTrainer(listener, TrainingControl.NONE, CancellationToken.NONE)
                .train(plan("broken", "plots", "true"), whole);
        assertThat(report.outcome()).isEqualTo(TrainingReport.Outcome.COMPLETED);
        assertThat(report.unreadable()).isEqualTo(1);
        assertThat(report.best()).isNotNull();
        assertThat(report.best().predictions()).hasSize(3);
        assertThat(notes).filteredOn(note -> note.contains(broken.toString())).hasSize(1);
        for (ImageRecord image : whole.images()) {
            Files.write(image.file(), new byte[] {1, 2, 3});
        }
        assertThatThrownBy(() -> trainer(TrainingControl.NONE).train(plan("nothing"), whole))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none of the 4 pictures can be read");
    }

    @Test
    void memoryThatRunsOutIsExplained() {
        RuntimeException torch = new RuntimeException("DefaultCPUAllocator: can't allocate memory: you tried to");
        assertThat(OutOfMemory.explain(torch, 16, 640))
                .get()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("batch=8");
        assertThat(OutOfMemory.explain(new OutOfMemoryError("Java heap space"), 1, 640))
                .get()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("imgsz=320");
        assertThat(OutOfMemory.explain(new IllegalStateException("other"), 4, 640))
                .isEmpty();
        assertThat(BatchFinder.choose(1000L << 20, 100L << 20, 500)).isEqualTo(10);
        assertThat(BatchFinder.choose(10, 100L << 20, 500)).isEqualTo(1);
    }

    private static double lossOf(double[] row) {
        return row[2] + row[3] + row[4] + row[5] + row[6];
    }

    private List<double[]> rows(String run) throws IOException {
        return new ResultsCsv(folder.resolve(run).resolve("results.csv")).read();
    }

    private static PoseTrainer trainer(TrainingControl control) {
        return new PoseTrainer(TrainingListener.NONE, control, CancellationToken.NONE);
    }

    private TrainingPlan plan(String name, String... more) {
        Map<String, String> words = new HashMap<>(Map.of(
                "model", "yolo11n-pose.yaml",
                "imgsz", "64",
                "batch", "2",
                "epochs", "2",
                "optimizer", "AdamW",
                "lr0", "0.001",
                "nbs", "2",
                "workers", "1",
                "threads", "1",
                "warmup_epochs", "0"));
        words.put("project", folder.toString());
        words.put("name", name);
        words.put("mosaic", "0.5");
        words.put("close_mosaic", "1");
        for (int i = 0; i < more.length; i += 2) {
            words.put(more[i], more[i + 1]);
        }
        return new TrainingPlan(TrainingArguments.of(words));
    }

    private Dataset dataset() throws IOException {
        List<ImageRecord> images = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Path file = folder.resolve("images/" + i + ".png");
            if (!Files.exists(file)) {
                Files.createDirectories(folder.resolve("images"));
                Files.write(file, new PictureFiles().encode(picture(i), ".png"));
            }
            for (String split : List.of("train", "val")) {
                images.add(new ImageRecord(
                        new ImageKey("images/" + split + i + ".png"),
                        file,
                        split,
                        new ImageSize(SIZE, SIZE),
                        OptionalLong.empty(),
                        List.of(person(i))));
            }
        }
        return new Dataset("drawn", folder, Skeletons.COCO_PERSON, List.of("person"), images);
    }

    /** A bright rectangle on a dark ground; the points lie on a grid within it. */
    private static Picture picture(int number) {
        byte[] pixels = new byte[SIZE * SIZE * Picture.CHANNELS];
        Box box = box(number);
        for (int y = (int) box.y(); y < box.bottom(); y++) {
            for (int x = (int) box.x(); x < box.right(); x++) {
                for (int c = 0; c < Picture.CHANNELS; c++) {
                    pixels[(y * SIZE + x) * Picture.CHANNELS + c] = (byte) (90 + 40 * c);
                }
            }
        }
        return new Picture(SIZE, SIZE, pixels);
    }

    private static Box box(int number) {
        return new Box(4 + 6 * number, 6 + 4 * number, 30, 36);
    }

    private static PersonInstance person(int number) {
        Box box = box(number);
        List<Keypoint> points = new ArrayList<>();
        for (int k = 0; k < Skeletons.COCO_PERSON.size(); k++) {
            points.add(Keypoint.ofFile(box.x() + 3 + k % 4 * 7, box.y() + 3 + k / 4 * 7.0, Visibility.VISIBLE));
        }
        return PersonInstance.added(number, 0, box, Keypoints.of(points));
    }
}
