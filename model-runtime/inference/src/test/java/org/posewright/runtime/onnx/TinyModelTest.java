package org.posewright.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.runtime.DeviceRequest;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.ModelDescriptor;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.PoseModelException;
import org.posewright.runtime.TinyOnnx;
import org.posewright.runtime.decode.OutputLayout;
import org.posewright.runtime.image.ImageFrame;
import org.posewright.runtime.preprocess.InputSize;

/** What a file says about itself decides how it is run; models of some kilobytes, one for each kind. */
class TinyModelTest {

    private static final ImageFrame GREY = new ImageFrame(new ImageSize(64, 64), new byte[64 * 64 * 3]);
    // One anchor with two keypoints: xc, yc, w, h, score, x, y, v, x, y, v.
    private static final float[] ONE_ANCHOR = {32, 30, 20, 10, 0.75f, 31, 29, 0.5f, 33, 28, 0.25f};
    private static final TinyOnnx RAW = new TinyOnnx(
            new long[] {1, 3, 64, 64}, new long[] {1, 11, 1}, new long[] {1, 11, 1}, ONE_ANCHOR, false, Map.of());
    private static final Map<String, String> POSE =
            Map.of("task", "pose", "kpt_shape", "(2, 3)", "names", "{0: 'hand'}", "stride", "32", "imgsz", "[64, 64]");

    @TempDir
    private Path folder;

    @Test
    void rawModelWithMetadata() {
        try (PoseModel model = open(RAW.withMetadata(POSE))) {
            ModelDescriptor about = model.descriptor();
            assertThat(about.head().layout()).isEqualTo(OutputLayout.RAW);
            assertThat(about.head().keypointCount()).isEqualTo(2);
            assertThat(about.classNames()).containsExactly("hand");
            assertThat(about.skeleton().size()).isEqualTo(2);
            assertThat(about.input().isDynamic()).isFalse();
            assertThat(about.parameterCount()).hasValue(12);
            assertThat(model.device().provider()).isEqualTo("CPU");
            assertThat(model.device().unmetReason()).isEmpty();
            assertOnePerson(model, 0);
        }
    }

    @Test
    void foreignExportIsReadFromItsShape() {
        TinyOnnx foreign = new TinyOnnx(
                new long[] {1, 3, 64, 64},
                new long[] {1, 11, 84},
                new long[] {1, 11, 84},
                new float[11 * 84],
                false,
                Map.of());
        try (PoseModel model = open(foreign)) {
            assertThat(model.descriptor().head().keypointCount()).isEqualTo(2);
            assertThat(model.descriptor().head().layout()).isEqualTo(OutputLayout.RAW);
            assertThat(model.descriptor().classNames()).containsExactly("class_0");
            assertThat(model.descriptor().name()).isEqualTo("tiny.onnx");
            assertThat(model.predict(GREY, InferenceOptions.DEFAULTS, CancellationToken.NONE))
                    .isEmpty();
        }
    }

    @Test
    void halfPrecisionInAndOut() {
        TinyOnnx half = new TinyOnnx(RAW.input(), RAW.declared(), RAW.actual(), ONE_ANCHOR, true, POSE);
        try (PoseModel model = open(half)) {
            assertThat(model.descriptor().input().halfPrecision()).isTrue();
            assertOnePerson(model, 1e-3);
        }
    }

    @Test
    void dynamicShapesAreLearntFromARun() {
        TinyOnnx dynamic = new TinyOnnx(
                new long[] {-1, 3, -1, -1}, new long[] {-1, -1, -1}, new long[] {1, 11, 1}, ONE_ANCHOR, false, POSE);
        try (PoseModel model = open(dynamic)) {
            assertThat(model.descriptor().input().isDynamic()).isTrue();
            assertThat(model.descriptor().head().layout()).isEqualTo(OutputLayout.RAW);
            InferenceOptions rect = InferenceOptions.DEFAULTS.withImageSize(90).withRectangular(true);
            assertThat(model.letterbox(new ImageSize(192, 96), rect).input()).isEqualTo(new InputSize(96, 64));
            assertOnePerson(model, 0);
        }
    }

    @Test
    void endToEndRowsAreRecognisedByShapeAndByMetadata() {
        float[] rows = new float[300 * 12];
        float[] first = {22, 25, 42, 35, 0.75f, 0, 31, 29, 0.5f, 33, 28, 0.25f};
        System.arraycopy(first, 0, rows, 0, first.length);
        TinyOnnx endToEnd =
                new TinyOnnx(RAW.input(), new long[] {1, 300, 12}, new long[] {1, 300, 12}, rows, false, POSE);
        try (PoseModel model = open(endToEnd)) {
            assertThat(model.descriptor().head().layout()).isEqualTo(OutputLayout.END_TO_END);
            assertOnePerson(model, 0);
        }
        Map<String, String> embedded = new java.util.HashMap<>(POSE);
        embedded.put("args", "{'nms': True, 'half': False}");
        TinyOnnx open =
                new TinyOnnx(RAW.input(), new long[] {1, -1, -1}, new long[] {1, 300, 12}, rows, false, embedded);
        try (PoseModel model = open(open)) {
            assertThat(model.descriptor().head().layout()).isEqualTo(OutputLayout.END_TO_END);
            assertOnePerson(model, 0);
        }
    }

    @Test
    void fixedBatchIsFilledUp() {
        float[] four = new float[4 * ONE_ANCHOR.length];
        System.arraycopy(ONE_ANCHOR, 0, four, 0, ONE_ANCHOR.length);
        TinyOnnx batch = new TinyOnnx(
                new long[] {4, 3, 64, 64}, new long[] {4, 11, 1}, new long[] {4, 11, 1}, four, false, POSE);
        try (PoseModel model = open(batch)) {
            assertThat(model.descriptor().input().batch()).hasValue(4);
            assertOnePerson(model, 0);
        }
    }

    @Test
    void otherModelsAreRefusedInOneSentence() {
        assertThatThrownBy(() -> open(RAW.withMetadata(Map.of("task", "detect"))))
                .isInstanceOf(PoseModelException.class)
                .hasMessageContaining("tiny.onnx")
                .hasMessageContaining("'detect'");
        TinyOnnx detector = new TinyOnnx(
                RAW.input(), new long[] {1, 84, 100}, new long[] {1, 84, 100}, new float[8400], false, Map.of());
        assertThatThrownBy(() -> open(detector))
                .isInstanceOf(PoseModelException.class)
                .hasMessageContaining("[1, 84, 100]");
        assertThatThrownBy(() -> open(RAW.withMetadata(Map.of("kpt_shape", "[17, 3]", "names", "{0: 'person'}"))))
                .isInstanceOf(PoseModelException.class)
                .hasMessageContaining("kpt_shape");
        TinyOnnx channelsLast =
                new TinyOnnx(new long[] {1, 64, 64, 3}, RAW.declared(), RAW.actual(), ONE_ANCHOR, false, POSE);
        assertThatThrownBy(() -> open(channelsLast)).hasMessageContaining("[N, 3, height, width]");
    }

    @Test
    void brokenAndMissingFilesAreNamed() throws IOException {
        Path broken = Files.writeString(folder.resolve("b\u00e4d model.onnx"), "not a model");
        assertThatThrownBy(() -> new OnnxModels().open(broken, DeviceRequest.AUTO, RunPurpose.LATENCY))
                .isInstanceOf(PoseModelException.class)
                .hasMessageContaining("b\u00e4d model.onnx")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(
                        () -> new OnnxModels().open(folder.resolve("no.onnx"), DeviceRequest.CPU, RunPurpose.LATENCY))
                .isInstanceOf(PoseModelException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void wishThatCannotBeMetIsExplained() {
        RAW.withMetadata(POSE).write(folder.resolve("tiny.onnx"));
        DeviceRequest wish = Accelerator.COREML.isOffered() ? DeviceRequest.DIRECTML : DeviceRequest.COREML;
        try (PoseModel model = new OnnxModels().open(folder.resolve("tiny.onnx"), wish, RunPurpose.LATENCY)) {
            assertThat(model.device().provider()).isEqualTo("CPU");
            assertThat(model.device().unmetReason()).get().asString().contains(wish.name());
            assertThat(model.device().summary()).contains("CPU").contains(wish.name());
        }
    }

    @Test
    void cancelledBeforeTheRunAndUsedAfterClosing() {
        PoseModel model = open(RAW.withMetadata(POSE));
        assertThatThrownBy(() -> model.predict(GREY, InferenceOptions.DEFAULTS, () -> true))
                .isInstanceOf(CancellationException.class);
        model.close();
        model.close();
        assertThatThrownBy(() -> model.predict(GREY, InferenceOptions.DEFAULTS, CancellationToken.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    private PoseModel open(TinyOnnx tiny) {
        return new OnnxModels().open(tiny.write(folder.resolve("tiny.onnx")), DeviceRequest.CPU, RunPurpose.LATENCY);
    }

    private static void assertOnePerson(PoseModel model, double tolerance) {
        List<PosePrediction> people =
                model.predict(GREY, InferenceOptions.DEFAULTS.withImageSize(64), CancellationToken.NONE);
        assertThat(people).hasSize(1);
        PosePrediction person = people.get(0);
        assertThat(person.score()).isCloseTo(0.75, within(tolerance + 1e-9));
        assertThat(person.box().x()).isCloseTo(22, within(tolerance + 1e-9));
        assertThat(person.box().bottom()).isCloseTo(35, within(tolerance + 1e-9));
        assertThat(person.keypoints()).hasSize(2);
        assertThat(person.keypoints().get(1).y()).isCloseTo(28, within(tolerance + 1e-9));
        assertThat(person.keypoints().get(1).confidence()).isCloseTo(0.25, within(tolerance + 1e-9));
    }
}
