package org.posewright.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
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
import org.posewright.training.augment.Picture;
import org.posewright.training.augment.Sample;
import org.posewright.training.draw.AugmentationSettings;

class TrainingPipelineTest {

    private static final int COUNT = 7;

    @Test
    void batchesDoNotDependOnThreads() throws InterruptedException {
        TrainingPipeline pipeline = pipeline(AugmentationSettings.DEFAULT, -1, false);
        for (int epoch = 0; epoch < 2; epoch++) {
            List<byte[]> one = pixels(pipeline, epoch, 1);
            List<byte[]> four = pixels(pipeline, epoch, 4);
            assertThat(one).hasSize(3);
            for (int i = 0; i < one.size(); i++) {
                assertThat(four.get(i)).isEqualTo(one.get(i));
            }
        }
    }

    @Test
    void thePreviewIsTheBatch() throws InterruptedException {
        TrainingPipeline pipeline = pipeline(AugmentationSettings.DEFAULT, -1, false);
        try (BatchLoader loader = new BatchLoader(pipeline, 3, 2)) {
            PixelBatch first = loader.next();
            List<Sample> preview = pipeline.preview(3, 0);
            PixelBatch joined = pipeline.join(preview);
            assertThat(joined.rgb()).isEqualTo(first.rgb());
            assertThat(joined.targets().boxes()).isEqualTo(first.targets().boxes());
            assertThat(joined.targets().keypoints()).isEqualTo(first.targets().keypoints());
        }
    }

    @Test
    void anEpochShowsEveryPictureOnceInANewOrder() {
        TrainingPipeline pipeline = pipeline(AugmentationSettings.NONE, -1, false);
        List<Integer> first = order(pipeline, 0);
        List<Integer> second = order(pipeline, 1);
        assertThat(first).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6).isNotEqualTo(second);
        assertThat(second).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void withoutFlipOrderNothingIsMirrored() {
        AugmentationSettings flips = new AugmentationSettings(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0);
        assertThat(pipeline(flips, -1, false, List.of()).draws(0, 0)).noneMatch(d -> d.flipLr() || d.flipUd());
        assertThat(pipeline(flips, -1, false).draws(0, 0)).allMatch(d -> d.flipLr() && d.flipUd());
    }

    @Test
    void mosaicEndsAtItsEpoch() {
        TrainingPipeline pipeline = pipeline(AugmentationSettings.DEFAULT, 2, false);
        assertThat(pipeline.preview(1, 0).get(0).tiles()).hasSize(4);
        assertThat(pipeline.preview(2, 0).get(0).tiles()).hasSize(1);
    }

    @Test
    void rectangularBatchesShareTheSmallestShape() {
        TrainingPipeline pipeline = pipeline(AugmentationSettings.DEFAULT, -1, true);
        Sample wide = pipeline.preview(0, 0).get(0);
        assertThat(wide.width()).isEqualTo(64);
        assertThat(wide.height()).isEqualTo(64);
        assertThat(BatchShape.fitting(0.5, 0.75, 640, 0.5)).isEqualTo(new BatchShape(672, 512));
        assertThat(BatchShape.fitting(1.5, 2, 640, 0)).isEqualTo(new BatchShape(448, 640));
        assertThat(BatchShape.fitting(0.8, 1.2, 640, 0.5)).isEqualTo(new BatchShape(672, 672));
    }

    @Test
    void aDiskCacheGivesTheSamePixels(@TempDir Path folder) throws IOException {
        PictureCache origin = TrainingPipelineTest::picture;
        PictureCache cached = PictureCache.onDisk(origin, folder);
        byte[] first = cached.get(2).bgr();
        assertThat(cached.get(2).bgr()).isEqualTo(first).isEqualTo(picture(2).bgr());
    }

    @Test
    void theLastPicturesAreReadOnce() throws IOException {
        List<Integer> read = new ArrayList<>();
        PictureCache cached = PictureCache.recent(
                index -> {
                    read.add(index);
                    return picture(index);
                },
                2);
        for (int index : new int[] {0, 1, 0, 2, 0, 1}) {
            assertThat(cached.get(index).bgr()).isEqualTo(picture(index).bgr());
        }
        assertThat(read).containsExactly(0, 1, 2, 1);
    }

    @Test
    void crowdsEmptyBoxesAndDuplicatesDoNotTrain() {
        PersonInstance person = person(1, new Box(1, 2, 10, 20));
        PersonInstance crowd = new PersonInstance(
                2, 0, new Box(3, 3, 5, 5), person.keypoints(), OptionalDouble.empty(), true, OptionalInt.empty());
        ImageRecord image = record(0)
                .withPeople(List.of(person, crowd, person(3, new Box(1, 2, 0, 20)), person(4, new Box(1, 2, 10, 20))));
        assertThat(TrainableLabels.of(image)).containsExactly(person);
    }

    @Test
    void aSnapshotReadsBack(@TempDir Path folder) throws IOException {
        LabelSnapshot snapshot = LabelSnapshot.of(List.of("left", "right"), List.of(record(0), record(1)));
        Path file = folder.resolve("labels.json");
        Files.write(file, snapshot.toJson());
        LabelSnapshot read = LabelSnapshot.read(file);
        assertThat(read.keypointNames()).isEqualTo(snapshot.keypointNames());
        ImageKey key = new ImageKey("images/1.jpg");
        assertThat(read.people().get(key).people().get(0).keypoints())
                .isEqualTo(snapshot.people().get(key).people().get(0).keypoints());
    }

    @Test
    void aSnapshotDecidesAboutLabelsAndSplits() throws IOException {
        Dataset dataset = new Dataset(
                "d",
                Path.of("."),
                Skeletons.numbered(2, 3),
                List.of("person"),
                List.of(record(0), record(1), record(2)));
        Map<ImageKey, LabelSnapshot.Entry> entries = new LinkedHashMap<>();
        PersonInstance moved = person(9, new Box(1, 1, 8, 8));
        entries.put(new ImageKey("images/2.jpg"), new LabelSnapshot.Entry(List.of("val"), 128, 128, List.of(moved)));
        entries.put(new ImageKey("images/0.jpg"), new LabelSnapshot.Entry(List.of("train"), 128, 128, List.of()));
        Dataset applied = new LabelSnapshot(List.of("0", "1"), entries).applyTo(dataset);
        assertThat(applied.images()).extracting(ImageRecord::split).containsExactly("val", "train");
        assertThat(applied.images().get(0).people()).containsExactly(moved);
        entries.put(new ImageKey("images/other.jpg"), new LabelSnapshot.Entry(List.of("train"), 1, 1, List.of()));
        assertThatThrownBy(() -> new LabelSnapshot(List.of("0", "1"), entries).applyTo(dataset))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("images/other.jpg");
    }

    @Test
    void aSnapshotKnowsPicturesOfTwoSplits(@TempDir Path folder) throws IOException {
        ImageRecord train = record(0);
        ImageRecord val =
                new ImageRecord(train.key(), train.file(), "val", train.size(), train.cocoId(), train.people());
        LabelSnapshot snapshot = LabelSnapshot.of(List.of("left", "right"), List.of(train, record(1), val));
        Path file = folder.resolve("labels.json");
        Files.write(file, snapshot.toJson());
        Dataset dataset = new Dataset(
                "d", Path.of("."), Skeletons.numbered(2, 3), List.of("person"), List.of(record(0), record(1)));
        Dataset applied = LabelSnapshot.read(file).applyTo(dataset);
        assertThat(applied.images("train")).hasSize(2);
        assertThat(applied.images("val")).extracting(ImageRecord::key).containsExactly(train.key());
    }

    private static List<byte[]> pixels(TrainingPipeline pipeline, int epoch, int workers) throws InterruptedException {
        List<byte[]> batches = new ArrayList<>();
        try (BatchLoader loader = new BatchLoader(pipeline, epoch, workers)) {
            while (loader.hasNext()) {
                batches.add(loader.next().rgb());
            }
        }
        return batches;
    }

    private static List<Integer> order(TrainingPipeline pipeline, int epoch) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < pipeline.batchCount(); i++) {
            pipeline.draws(epoch, i).forEach(draw -> order.add(draw.picture()));
        }
        return order;
    }

    private static TrainingPipeline pipeline(AugmentationSettings augmentation, int mosaicEnd, boolean rectangular) {
        return pipeline(augmentation, mosaicEnd, rectangular, List.of(1, 0));
    }

    private static TrainingPipeline pipeline(
            AugmentationSettings augmentation, int mosaicEnd, boolean rectangular, List<Integer> flipOrder) {
        List<ImageRecord> images = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            images.add(record(i));
        }
        TrainingSet set = new TrainingSet(images, TrainingPipelineTest::picture, new UnreadablePictures());
        return new TrainingPipeline(
                set, new PipelineSettings(64, 3, augmentation, mosaicEnd, rectangular, 42, flipOrder, 3), 2);
    }

    private static Picture picture(int index) {
        int width = index % 2 == 0 ? 64 : 48;
        byte[] pixels = new byte[width * 64 * Picture.CHANNELS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * (index + 3));
        }
        return new Picture(width, 64, pixels);
    }

    private static ImageRecord record(int index) {
        int width = index % 2 == 0 ? 128 : 96;
        return new ImageRecord(
                new ImageKey("images/" + index + ".jpg"),
                Path.of("images/" + index + ".jpg"),
                "train",
                new ImageSize(width, 128),
                OptionalLong.empty(),
                List.of(person(index, new Box(20, 30, 40, 50))));
    }

    private static PersonInstance person(long id, Box box) {
        Keypoints points = Keypoints.of(List.of(
                Keypoint.ofFile(25.25, 40.5, Visibility.VISIBLE), Keypoint.ofFile(50, 70, Visibility.OCCLUDED)));
        return PersonInstance.added(id, 0, box, points);
    }
}
