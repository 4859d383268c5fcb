package org.posewright.annotations.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.posewright.annotations.coco.ImageDetections;
import org.posewright.annotations.coco.ResultsFormat;
import org.posewright.annotations.coco.ResultsWriter;
import org.posewright.annotations.evaluation.AreaRange;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.storage.AtomicFiles;

/**
 * Writes predictions for COCO's evaluation server: {@code person_keypoints_SUBSET_ALGORITHM_results.json} in a zip of the same stem.
 * The server counts the 20 best detections of each image, so no more are written.
 *
 * @param subset such as {@code test-dev2017}
 * @param algorithm a name of your own, letters, digits and dashes
 * @param withBox whether detections have a box, which moves the size class from the keypoints' extent to the box
 */
public record ServerSubmission(String subset, String algorithm, boolean withBox) {

    private static final int COUNTED_PER_IMAGE = 20;
    private static final int DECIMALS = 3;

    public ServerSubmission {
        for (String part : List.of(subset, algorithm)) {
            if (!part.matches("[A-Za-z0-9][A-Za-z0-9.-]*")) {
                throw new IllegalArgumentException("\"" + part
                        + "\" cannot be part of the file name for the server; use letters, digits and dashes");
            }
        }
    }

    /** Name of the files without ending. */
    public String stem() {
        return "person_keypoints_" + subset + "_" + algorithm + "_results";
    }

    /**
     * How many of the detections that are written have another size class, small, medium or large, with their box than without: these
     * move between AP medium and AP large.
     */
    public static long changingSize(Iterable<ImageDetections> images) {
        long changing = 0;
        for (ImageDetections image : images) {
            changing += image.best(COUNTED_PER_IMAGE).stream()
                    .filter(found -> sizeClass(found.box().area()) != sizeClass(extent(found)))
                    .count();
        }
        return changing;
    }

    private static int sizeClass(double area) {
        return area < AreaRange.MEDIUM.minPixels() ? 0 : area < AreaRange.LARGE.minPixels() ? 1 : 2;
    }

    /** Area that pycocotools takes of a detection without a box. */
    private static double extent(PosePrediction found) {
        DoubleSummaryStatistics x =
                found.keypoints().stream().mapToDouble(ScoredKeypoint::x).summaryStatistics();
        DoubleSummaryStatistics y =
                found.keypoints().stream().mapToDouble(ScoredKeypoint::y).summaryStatistics();
        return (x.getMax() - x.getMin()) * (y.getMax() - y.getMin());
    }

    /**
     * Writes the json and the zip.
     *
     * @return the zip, which is what the server takes
     * @throws org.posewright.annotations.storage.StorageException if a file exists and may not be replaced, or cannot be written
     */
    public Path write(AtomicFiles files, Path folder, Iterable<ImageDetections> images, boolean overwrite)
            throws IOException {
        Files.createDirectories(folder);
        Path json = folder.resolve(stem() + ".json");
        Path zip = folder.resolve(stem() + ".zip");
        ResultsFormat format = new ResultsFormat(withBox, DECIMALS, COUNTED_PER_IMAGE, List.of(1L));
        put(files, json, out -> new ResultsWriter(files).write(out, images, format), overwrite);
        put(
                files,
                zip,
                out -> {
                    ZipOutputStream archive = new ZipOutputStream(out);
                    archive.putNextEntry(new ZipEntry(stem() + ".json"));
                    Files.copy(json, archive);
                    archive.finish();
                },
                overwrite);
        return zip;
    }

    private static void put(AtomicFiles files, Path file, AtomicFiles.Content content, boolean overwrite)
            throws IOException {
        if (overwrite) {
            files.write(file, content);
        } else {
            files.create(file, content);
        }
    }
}
