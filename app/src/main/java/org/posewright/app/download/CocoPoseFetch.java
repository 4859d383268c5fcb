package org.posewright.app.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/**
 * Brings COCO-Pose: each archive is fetched, unpacked and deleted; a small mark in {@code downloads} tells that it is done, so that a
 * broken-off try goes on where it was.
 */
public final class CocoPoseFetch {

    /** The dataset's folder, as the label archive names it. */
    public static final String FOLDER = "coco-pose";

    private static final String YAML = "coco-pose.yaml";

    private final Downloader downloader;
    private final CocoPoseRoom room;
    private final Unpacker unpacker = new Unpacker();

    public CocoPoseFetch(Downloader downloader, CocoPoseRoom room) {
        this.downloader = downloader;
        this.room = room;
    }

    /**
     * @param parent folder in which {@code coco-pose} is made
     * @return the data yaml
     * @throws DownloadException if the network refuses, an archive is damaged, or the disk has too little room; what has
     *     arrived is kept
     * @throws IOException if the disk refuses
     */
    public Path fetch(DatasetCatalog.Choice choice, Path parent, ProgressListener progress, CancellationToken token)
            throws IOException {
        room.require(choice, parent);
        Path dataset = Files.createDirectories(parent.resolve(FOLDER));
        for (DatasetCatalog.Part part : choice.files()) {
            bring(part, dataset, progress, token);
        }
        return yaml(dataset, choice.extent());
    }

    static Path archive(Path dataset, DatasetCatalog.Part part) {
        return dataset.resolve("downloads").resolve(part.file().fileName());
    }

    /** Its presence tells that a part is unpacked. */
    static Path mark(Path dataset, DatasetCatalog.Part part) {
        Path archive = archive(dataset, part);
        return archive.resolveSibling(archive.getFileName() + ".done");
    }

    private void bring(DatasetCatalog.Part part, Path dataset, ProgressListener progress, CancellationToken token)
            throws IOException {
        Path downloads = dataset.resolve("downloads");
        Path mark = mark(dataset, part);
        if (Files.exists(mark)) {
            return;
        }
        Path archive = archive(dataset, part);
        if (!Files.isRegularFile(archive)) {
            downloader.fetch(part.file(), downloads, progress, token);
        }
        unpacker.unpack(archive, dataset.resolve(part.unpackInto()), progress, token);
        Files.writeString(mark, part.file().address().toString());
        Files.delete(archive);
    }

    /** The archive brings lists but no yaml; one that is there stays. */
    private static Path yaml(Path dataset, DatasetCatalog.Extent extent) throws IOException {
        Path yaml = dataset.resolve(YAML);
        if (!Files.exists(yaml)) {
            Files.writeString(yaml, text(extent));
        }
        return yaml;
    }

    private static String text(DatasetCatalog.Extent extent) {
        String absent = "# %s: pictures were not fetched\n";
        boolean train = extent != DatasetCatalog.Extent.VALIDATION;
        boolean test = extent == DatasetCatalog.Extent.EVERYTHING;
        return "# COCO-Pose: YOLO labels of Ultralytics' release, pictures of the COCO consortium\n"
                + (train ? "train: train2017.txt\n" : absent.formatted("train"))
                + "val: val2017.txt\n"
                + (test ? "test: test-dev2017.txt\n" : absent.formatted("test"))
                + "kpt_shape: [17, 3]\n"
                + "flip_idx: [0, 2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11, 14, 13, 16, 15]\n"
                + "names:\n  0: person\n"
                + "kpt_names:\n  0: [nose, left_eye, right_eye, left_ear, right_ear, left_shoulder, right_shoulder,"
                + " left_elbow, right_elbow, left_wrist, right_wrist, left_hip, right_hip, left_knee, right_knee,"
                + " left_ankle, right_ankle]\n";
    }
}
