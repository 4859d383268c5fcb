package org.posewright.runtime.decode;

import java.util.Arrays;
import org.posewright.runtime.decode.CandidateCollector.Corners;
import org.posewright.runtime.preprocess.Letterbox;

/** Decodes {@code [N, 4 + classes + K*D, anchors]}; class probabilities and visibilities have passed a sigmoid already. */
record RawPoseDecoder(PoseHead head) implements PoseDecoder {

    /** The reference's {@code max_nms}: more candidates than this are cut, lowest scores first. */
    static final int MAX_CANDIDATES = 30_000;

    private static final int FIRST_CLASS_CHANNEL = 4;

    @Override
    public PredictionCandidates decode(
            FloatTensor output, int batchIndex, Letterbox letterbox, DecodeSettings settings) {
        if (output.rank() != 3 || output.side(1) != head.rawChannels()) {
            throw new IllegalArgumentException("the model answers with shape " + Arrays.toString(output.shape())
                    + " where [N, " + head.rawChannels() + ", anchors] was expected");
        }
        Columns columns = new Columns(output.values(), batchIndex * output.side(1) * output.side(2), output.side(2));
        CandidateCollector collector = new CandidateCollector(head.keypointValues());
        if (settings.multiLabel() && head.classCount() > 1) {
            collectEveryClass(columns, collector, (float) settings.floor());
        } else {
            collectBestClass(columns, collector, (float) settings.floor());
        }
        return new PredictionCandidates(collector.sorted(MAX_CANDIDATES), head, letterbox, settings.floor());
    }

    private void collectBestClass(Columns columns, CandidateCollector collector, float floor) {
        for (int anchor = 0; anchor < columns.anchors; anchor++) {
            float best = columns.value(FIRST_CLASS_CHANNEL, anchor);
            int bestClass = 0;
            for (int c = 1; c < head.classCount(); c++) {
                float score = columns.value(FIRST_CLASS_CHANNEL + c, anchor);
                if (score > best) {
                    best = score;
                    bestClass = c;
                }
            }
            if (!(best <= floor)) {
                add(columns, collector, anchor, best, bestClass);
            }
        }
    }

    private void collectEveryClass(Columns columns, CandidateCollector collector, float floor) {
        for (int anchor = 0; anchor < columns.anchors; anchor++) {
            for (int c = 0; c < head.classCount(); c++) {
                float score = columns.value(FIRST_CLASS_CHANNEL + c, anchor);
                if (!(score <= floor)) {
                    add(columns, collector, anchor, score, c);
                }
            }
        }
    }

    private void add(Columns columns, CandidateCollector collector, int anchor, float score, int classIndex) {
        Corners box = Corners.ofCenter(
                columns.value(0, anchor), columns.value(1, anchor), columns.value(2, anchor), columns.value(3, anchor));
        int firstKeypointChannel = FIRST_CLASS_CHANNEL + head.classCount();
        collector.add(
                score, classIndex, box, columns.values, columns.index(firstKeypointChannel, anchor), columns.anchors);
    }

    /** One picture of the output: channel-major, anchors running fastest. */
    private record Columns(float[] values, int offset, int anchors) {

        int index(int channel, int anchor) {
            return offset + channel * anchors + anchor;
        }

        float value(int channel, int anchor) {
            return values[index(channel, anchor)];
        }
    }
}
