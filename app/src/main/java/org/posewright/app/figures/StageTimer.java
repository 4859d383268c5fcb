package org.posewright.app.figures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.decode.FloatTensor;
import org.posewright.runtime.decode.Postprocess;
import org.posewright.runtime.image.ImageDecoder;
import org.posewright.runtime.image.ImageFrame;
import org.posewright.runtime.image.ImageReadException;
import org.posewright.runtime.preprocess.InputTensor;
import org.posewright.runtime.preprocess.Letterbox;

/** Takes the time of each stage of prediction, one picture after the other. */
public final class StageTimer {

    private static final int WARM_UPS = 2;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final InferenceOptions OPTIONS = InferenceOptions.DEFAULTS.withCandidateFloor(0.25);

    private final PoseModel model;
    private final ImageDecoder decoder = new ImageDecoder();

    public StageTimer(PoseModel model) {
        this.model = model;
    }

    /**
     * @param pictures at least one; the first is run twice more before, to warm up code and allocators
     * @throws ImageReadException if a picture cannot be read
     */
    public StageTimes measure(List<Path> pictures, ProgressListener progress, CancellationToken token)
            throws ImageReadException {
        for (int i = 0; i < WARM_UPS; i++) {
            once(pictures.get(0), token);
        }
        List<double[]> times = new ArrayList<>();
        for (Path picture : pictures) {
            token.throwIfCancelled();
            times.add(once(picture, token));
            progress.progress(times.size(), pictures.size(), String.valueOf(picture.getFileName()));
        }
        return new StageTimes(median(times, 0), median(times, 1), median(times, 2), median(times, 3), pictures.size());
    }

    private double[] once(Path picture, CancellationToken token) throws ImageReadException {
        long start = System.nanoTime();
        ImageFrame frame = decoder.decode(picture).frame();
        long decoded = System.nanoTime();
        Letterbox letterbox = model.letterbox(frame.size(), OPTIONS);
        try (InputTensor input = model.prepare(frame, letterbox)) {
            long prepared = System.nanoTime();
            FloatTensor output = model.run(input, token);
            long ran = System.nanoTime();
            Postprocess.select(model.decode(output, letterbox, OPTIONS), OPTIONS.selection());
            long end = System.nanoTime();
            return new double[] {
                (decoded - start) / NANOS_PER_MILLI,
                (prepared - decoded) / NANOS_PER_MILLI,
                (ran - prepared) / NANOS_PER_MILLI,
                (end - ran) / NANOS_PER_MILLI
            };
        }
    }

    private static double median(List<double[]> times, int stage) {
        double[] sorted = times.stream().mapToDouble(t -> t[stage]).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
