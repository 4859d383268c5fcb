package org.posewright.runtime.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.posewright.runtime.decode.OutputLayout;
import org.posewright.runtime.decode.PoseHead;

/**
 * Decides what a network's output means: first by what the exporter says, then by the shape. The anchor count of a raw output is
 * a multiple of 21 for every input size, 1029 and more at usual ones, so it is not mistaken for a row length of 6 + K*D.
 */
final class HeadRecognition {

    private static final int UNKNOWN = -1;
    private static final int BOX_VALUES = 4;
    private static final int ROW_VALUES = 6;
    private static final int LABELED_VALUES = 3;

    private final ExportMetadata metadata;

    HeadRecognition(ExportMetadata metadata) {
        this.metadata = metadata;
    }

    /**
     * @param shape of the output; unknown axes negative
     * @return empty when the shape leaves it open and a run must show
     * @throws NotAPoseHead if no pose network answers like this
     */
    Optional<PoseHead> recognise(long[] shape) throws NotAPoseHead {
        if (shape.length != 3) {
            throw new NotAPoseHead("its output has shape " + Arrays.toString(shape) + " instead of three axes");
        }
        int middle = axis(shape[1]);
        int last = axis(shape[2]);
        Optional<List<Integer>> keypointShape = metadata.keypointShape();
        return keypointShape.isPresent()
                ? withKeypointShape(
                        keypointShape.get().get(0), keypointShape.get().get(1), middle, last, shape)
                : fromShapeAlone(middle, last, shape);
    }

    private Optional<PoseHead> withKeypointShape(int count, int values, int middle, int last, long[] shape)
            throws NotAPoseHead {
        int keypointValues = Math.multiplyExact(count, values);
        int classes = metadata.classNames().size();
        int rowLength = ROW_VALUES + keypointValues;
        int rawChannels = classes > 0 ? BOX_VALUES + classes + keypointValues : UNKNOWN;
        if (last == UNKNOWN && middle == UNKNOWN) {
            return Optional.empty();
        }
        boolean rowsFit = last == rowLength;
        if (metadata.declaresEndToEnd() && (rowsFit || last == UNKNOWN)
                || rowsFit && (rawChannels == UNKNOWN || middle != rawChannels)) {
            return Optional.of(new PoseHead(Math.max(1, classes), count, values, OutputLayout.END_TO_END));
        }
        if (middle != UNKNOWN && rawChannels == UNKNOWN && middle > BOX_VALUES + keypointValues) {
            return Optional.of(new PoseHead(middle - BOX_VALUES - keypointValues, count, values, OutputLayout.RAW));
        }
        if (middle == rawChannels && middle != UNKNOWN) {
            return Optional.of(new PoseHead(classes, count, values, OutputLayout.RAW));
        }
        if (middle == UNKNOWN) {
            return Optional.empty();
        }
        throw new NotAPoseHead("its output shape " + Arrays.toString(shape) + " does not fit kpt_shape [" + count + ", "
                + values + "] with " + classes + " classes");
    }

    /** A foreign export without metadata: one class and three values a keypoint are assumed, as every common exporter has. */
    private static Optional<PoseHead> fromShapeAlone(int middle, int last, long[] shape) throws NotAPoseHead {
        if (middle == UNKNOWN && last == UNKNOWN) {
            return Optional.empty();
        }
        boolean channelsInMiddle = last == UNKNOWN || middle != UNKNOWN && middle < last;
        int keypointValues = channelsInMiddle ? middle - BOX_VALUES - 1 : last - ROW_VALUES;
        if (keypointValues < LABELED_VALUES || keypointValues % LABELED_VALUES != 0) {
            throw new NotAPoseHead("its output shape " + Arrays.toString(shape)
                    + " is not that of a pose model, and it carries no kpt_shape");
        }
        OutputLayout layout = channelsInMiddle ? OutputLayout.RAW : OutputLayout.END_TO_END;
        return Optional.of(new PoseHead(1, keypointValues / LABELED_VALUES, LABELED_VALUES, layout));
    }

    private static int axis(long side) {
        return side <= 0 ? UNKNOWN : Math.toIntExact(side);
    }

    /** Says, as part of a sentence, why an output is not that of a pose model. */
    static final class NotAPoseHead extends Exception {
        private static final long serialVersionUID = 1L;

        NotAPoseHead(String why) {
            super(why);
        }
    }
}
