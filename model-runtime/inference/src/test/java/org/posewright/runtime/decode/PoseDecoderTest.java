package org.posewright.runtime.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.runtime.preprocess.InputSize;
import org.posewright.runtime.preprocess.Letterbox;
import org.posewright.runtime.preprocess.LetterboxOptions;
import org.posewright.runtime.preprocess.PaddingRule;

class PoseDecoderTest {

    private static final Letterbox HALF =
            Letterbox.fit(new ImageSize(128, 64), InputSize.square(64), LetterboxOptions.fixed(32));
    private static final DecodeSettings KEEP_ALL = new DecodeSettings(0, false);

    @Test
    void rawColumnsBecomePredictionsInPicturePixels() {
        PoseHead head = new PoseHead(1, 1, 3, OutputLayout.RAW);
        // Two anchors; channel-major: xc, yc, w, h, score, kx, ky, kv.
        float[] values = {32, 10, 32, 10, 16, 4, 8, 4, 0.9f, 0.1f, 30, 9, 34, 9, 0.7f, 0.2f};
        PredictionCandidates candidates =
                PoseDecoder.of(head).decode(new FloatTensor(new int[] {1, 8, 2}, values), 0, HALF, KEEP_ALL);
        assertThat(candidates.rows().size()).isEqualTo(2);
        List<PosePrediction> people = Postprocess.select(candidates, SelectionOptions.DEFAULTS);
        assertThat(people).hasSize(1);
        PosePrediction person = people.get(0);
        // The picture is halved and moved down by 16.
        assertThat(person.box().x()).isEqualTo(48);
        assertThat(person.box().y()).isEqualTo(24);
        assertThat(person.box().width()).isEqualTo(32);
        assertThat(person.box().height()).isEqualTo(16);
        assertThat(person.keypoints().get(0).x()).isEqualTo(60);
        assertThat(person.keypoints().get(0).y()).isEqualTo(36);
        assertThat(person.keypoints().get(0).confidence()).isCloseTo(0.7, within(1e-6));
    }

    @Test
    void pointsWithoutVisibilityAreCertainAndOutsideIsClipped() {
        PoseHead head = new PoseHead(1, 2, 2, OutputLayout.RAW);
        float[] values = {32, 32, 10, 10, 0.9f, -5, 70, 60, 5};
        PredictionCandidates candidates =
                PoseDecoder.of(head).decode(new FloatTensor(new int[] {1, 9, 1}, values), 0, HALF, KEEP_ALL);
        PosePrediction person =
                Postprocess.select(candidates, SelectionOptions.DEFAULTS).get(0);
        assertThat(person.keypoints().get(0).x()).isZero();
        assertThat(person.keypoints().get(0).y()).isEqualTo(64);
        assertThat(person.keypoints().get(1).y()).isZero();
        assertThat(person.keypoints()).allMatch(point -> point.confidence() == 1);
    }

    @Test
    void bestClassIsTheFirstMaximumAndMultiLabelKeepsAll() {
        PoseHead head = new PoseHead(3, 1, 3, OutputLayout.RAW);
        float[] values = {32, 32, 10, 10, 0.2f, 0.6f, 0.6f, 1, 2, 0.5f};
        FloatTensor output = new FloatTensor(new int[] {1, 10, 1}, values);
        CandidateRows best =
                PoseDecoder.of(head).decode(output, 0, HALF, KEEP_ALL).rows();
        assertThat(best.size()).isEqualTo(1);
        assertThat(best.classIndex(0)).isEqualTo(1);
        PredictionCandidates all = PoseDecoder.of(head).decode(output, 0, HALF, new DecodeSettings(0.3, true));
        assertThat(all.rows().size()).isEqualTo(2);
        assertThat(Postprocess.select(all, SelectionOptions.DEFAULTS)).hasSize(2);
        SelectionOptions onlyLast = new SelectionOptions(0.25, 0.7, 300, false, Set.of(2), PaddingRule.REAL);
        assertThat(Postprocess.select(all, onlyLast))
                .extracting(PosePrediction::categoryIndex)
                .containsExactly(2);
    }

    @Test
    void endToEndRowsNeedNoSuppression() {
        PoseHead head = new PoseHead(1, 1, 3, OutputLayout.END_TO_END);
        float[] values = new float[2 * 4 * 9];
        float[][] rows = {
            {10, 20, 30, 40, 0.9f, 0, 20, 30, 0.8f},
            {10, 20, 30, 40, 0.8f, 0, 21, 31, 0.7f},
            {1, 1, 2, 2, 0.1f, 0, 1, 1, 1}
        };
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, values, (4 + i) * 9, 9);
        }
        FloatTensor output = new FloatTensor(new int[] {2, 4, 9}, values);
        PredictionCandidates first = PoseDecoder.of(head).decode(output, 0, HALF, KEEP_ALL);
        PredictionCandidates second = PoseDecoder.of(head).decode(output, 1, HALF, KEEP_ALL);
        assertThat(first.rows().size()).isZero();
        assertThat(second.rows().size()).isEqualTo(3);
        assertThat(Postprocess.select(second, SelectionOptions.DEFAULTS)).hasSize(2);
        assertThat(Postprocess.select(second, 0.25, 0.7, 1)).hasSize(1);
    }

    @Test
    void equalScoresKeepTheirOrderAndThresholdIsStrict() {
        CandidateRows rows = NmsTest.rows(new float[][] {
            {0, 0, 1, 1, 0.5f, 0}, {5, 5, 6, 6, 0.75f, 0}, {9, 9, 10, 10, 0.5f, 0}, {20, 20, 21, 21, 0.25f, 0}
        });
        assertThat(new float[] {rows.left(0), rows.left(1), rows.left(2), rows.left(3)})
                .containsExactly(5, 0, 9, 20);
        assertThat(rows.countAbove(0.25)).isEqualTo(3);
        assertThat(rows.countAbove(0.2499)).isEqualTo(4);
        assertThat(rows.countAbove(0.75)).isZero();
    }

    @Test
    void numbersThatAreNotFiniteAreNotPassedOn() {
        PoseHead head = new PoseHead(1, 1, 3, OutputLayout.RAW);
        float[] values = {32, 32, 10, 10, Float.NaN, 1, 2, 0.5f};
        assertThatThrownBy(() ->
                        PoseDecoder.of(head).decode(new FloatTensor(new int[] {1, 8, 1}, values), 0, HALF, KEEP_ALL))
                .hasMessageContaining("not finite");
    }

    @Test
    void anotherShapeIsRefusedByName() {
        PoseHead head = new PoseHead(1, 17, 3, OutputLayout.RAW);
        assertThatThrownBy(() -> PoseDecoder.of(head)
                        .decode(new FloatTensor(new int[] {1, 5, 2}, new float[10]), 0, HALF, KEEP_ALL))
                .hasMessageContaining("[1, 5, 2]")
                .hasMessageContaining("56");
    }
}
