package org.posewright.annotations.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.posewright.annotations.coco.CocoFile;
import org.posewright.annotations.coco.CocoReader;
import org.posewright.annotations.coco.CocoResults;
import org.posewright.annotations.coco.ResultsReader;

/** An annotation file and a results file, read side by side. */
public record CocoFilePair(CocoFile labels, CocoResults results) {

    /**
     * Reads both files at the same time. The labels go to the common pool; the caller reads the results, which are the larger file,
     * and shares their ranges with the pool as soon as that is done with the labels.
     *
     * @throws IOException if one cannot be read
     * @throws org.posewright.annotations.coco.CocoException if a file is none of its kind or changes while it is read
     */
    public static CocoFilePair read(Path labelFile, Path resultsFile) throws IOException {
        ForkJoinTask<CocoFile> labels = ForkJoinPool.commonPool().submit(() -> new CocoReader().read(labelFile));
        CocoResults results = new ResultsReader().read(resultsFile);
        return new CocoFilePair(joined(labels), results);
    }

    private static CocoFile joined(ForkJoinTask<CocoFile> labels) throws IOException {
        try {
            return labels.join();
        } catch (RuntimeException wrapped) {
            for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
                if (cause instanceof IOException failure) {
                    throw failure;
                }
            }
            throw wrapped;
        }
    }
}
