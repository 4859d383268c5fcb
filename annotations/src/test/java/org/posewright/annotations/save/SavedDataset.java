package org.posewright.annotations.save;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.posewright.annotations.edit.DatasetStore;
import org.posewright.annotations.edit.EditSession;
import org.posewright.annotations.source.DatasetRecognizer;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.source.LoadedImage;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** A dataset on disk, opened for editing as the window does it. */
public final class SavedDataset implements AutoCloseable {

    static final String ROW = "0 0.5 0.5 0.25 0.5"
            + IntStream.range(0, 17)
                    .mapToObj(i -> i % 3 == 2 ? " 0 0 0" : " 0.%d00 0.%d50 2".formatted(3 + i % 4, 3 + i % 4))
                    .collect(Collectors.joining());

    private final EditableDataset dataset;

    private SavedDataset(EditableDataset dataset) {
        this.dataset = dataset;
    }

    /** Four pictures of 200 x 100 pixels; the last one has no label file. */
    public static Path createYolo(Path root) throws IOException {
        for (int i = 0; i < 4; i++) {
            writeBmp(root.resolve("images/train/%03d.bmp".formatted(i)), 200, 100);
            if (i < 3) {
                Path labels = root.resolve("labels/train/%03d.txt".formatted(i));
                Files.createDirectories(labels.getParent());
                Files.writeString(labels, (ROW + "\n").repeat(i + 1));
            }
        }
        Files.writeString(
                root.resolve("data.yaml"),
                """
                path: .
                train: images/train
                val: images/train
                kpt_shape: [17, 3]
                flip_idx: [0, 2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11, 14, 13, 16, 15]
                names: {0: person}
                """);
        return root;
    }

    /** Three pictures and five people in one annotation file with keys that the program does not know. */
    static Path createCoco(Path root) throws IOException {
        List<String> images = new ArrayList<>();
        List<String> annotations = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            writeBmp(root.resolve("images/train/%03d.bmp".formatted(i)), 200, 100);
            images.add("{\"id\": %d, \"file_name\": \"%03d.bmp\", \"width\": 200, \"height\": 100, \"extra\": [1, 2]}"
                    .formatted(i + 1, i));
            for (int p = 0; p <= Math.min(i, 1); p++) {
                annotations.add(annotation(10 * (i + 1) + p, i + 1));
            }
        }
        Path file = root.resolve("annotations/person_keypoints_train.json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "{\"info\": {\"year\": 2026.50}, \"images\": [" + String.join(", ", images) + "],\n \"annotations\": ["
                        + String.join(",\n   ", annotations)
                        + "],\n \"categories\": [{\"id\": 1, \"name\": \"person\", \"keypoints\": [\"a\", \"b\"], \"skeleton\": [[1, 2]]}]}");
        return root;
    }

    private static String annotation(int id, int imageId) {
        return "{\"id\": %d, \"image_id\": %d, \"category_id\": 1, \"bbox\": [10.0, 20.00, 30, 40], \"area\": 600.0, \"iscrowd\": 0, "
                        .formatted(id, imageId)
                + "\"keypoints\": [12.50, 22.0, 2, 30, 40, 1], \"num_keypoints\": 2, \"attributes\": {\"seen\": true}}";
    }

    private static void writeBmp(Path file, int width, int height) throws IOException {
        int rowBytes = (width * 3 + 3) / 4 * 4;
        ByteBuffer bmp = ByteBuffer.allocate(54 + rowBytes * height).order(ByteOrder.LITTLE_ENDIAN);
        bmp.put((byte) 'B').put((byte) 'M').putInt(bmp.capacity()).putInt(0).putInt(54);
        bmp.putInt(40).putInt(width).putInt(height).putShort((short) 1).putShort((short) 24);
        Files.createDirectories(file.getParent());
        Files.write(file, bmp.array());
    }

    /** Opens and loads everything. */
    public static SavedDataset open(Path root) throws IOException {
        DatasetSource source = new DatasetRecognizer().open(root);
        Path user = root.resolveSibling("user-data");
        EditableDataset dataset = EditableDataset.open(source, user, InstantSource.system());
        List<LoadedImage> images = new ArrayList<>();
        for (ImageEntry entry : source.entries()) {
            images.add(source.load(entry));
        }
        dataset.loaded(images);
        return new SavedDataset(dataset);
    }

    public EditableDataset dataset() {
        return dataset;
    }

    public EditSession session() {
        return dataset.session();
    }

    public DatasetStore store() {
        return session().store();
    }

    public SavePlan plan() throws IOException {
        return dataset.plan().run(ProgressListener.NONE, CancellationToken.NONE);
    }

    public SaveOutcome save() {
        SaveJob job = dataset.prepareSave();
        try {
            job.begin();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SaveOutcome outcome = job.run(ProgressListener.NONE, CancellationToken.NONE);
        dataset.endSave(job, outcome);
        return outcome;
    }

    @Override
    public void close() {
        session().close();
    }
}
