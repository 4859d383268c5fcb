package org.posewright.runtime.decode;

import java.util.Arrays;
import org.posewright.runtime.decode.CandidateCollector.Corners;
import org.posewright.runtime.preprocess.Letterbox;

/** Decodes {@code [N, rows, 6 + K*D]}: left, top, right, bottom, score, class, keypoints; unused rows are all zero. */
record EndToEndPoseDecoder(PoseHead head) implements PoseDecoder {

    private static final int SCORE = 4;
    private static final int CLASS = 5;
    private static final int FIRST_KEYPOINT = 6;

    @Override
    public PredictionCandidates decode(
            FloatTensor output, int batchIndex, Letterbox letterbox, DecodeSettings settings) {
        if (output.rank() != 3 || output.side(2) != head.rowLength()) {
            throw new IllegalArgumentException("the model answers with shape " + Arrays.toString(output.shape())
                    + " where [N, rows, " + head.rowLength() + "] was expected");
        }
        int rows = output.side(1);
        int length = output.side(2);
        float[] values = output.values();
        float floor = (float) settings.floor();
        CandidateCollector collector = new CandidateCollector(head.keypointValues());
        for (int row = 0; row < rows; row++) {
            int at = (batchIndex * rows + row) * length;
            float score = values[at + SCORE];
            if (!(score <= floor)) {
                Corners box = new Corners(values[at], values[at + 1], values[at + 2], values[at + 3]);
                collector.add(score, Math.round(values[at + CLASS]), box, values, at + FIRST_KEYPOINT, 1);
            }
        }
        return new PredictionCandidates(collector.sorted(rows), head, letterbox, settings.floor());
    }
}
