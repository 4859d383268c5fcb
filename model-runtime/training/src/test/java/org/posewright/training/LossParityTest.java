package org.posewright.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.model.Skeletons;
import org.posewright.training.augment.Picture;
import org.posewright.training.augment.Sample;
import org.posewright.training.checkpoint.Checkpoint;
import org.posewright.training.checkpoint.pt.PtReader;
import org.posewright.training.data.PixelBatch;
import org.posewright.training.graph.HeadMaps;
import org.posewright.training.loss.BatchTargets;
import org.posewright.training.loss.HeadLayout;
import org.posewright.training.loss.LossGains;
import org.posewright.training.loss.LossItems;
import org.posewright.training.loss.LossResult;
import org.posewright.training.loss.PoseLoss;
import org.posewright.training.network.PlainLayout;
import org.posewright.training.network.PoseNetwork;
import org.posewright.training.network.Torch;
import org.posewright.training.network.TorchRuntime;

/** Loss, gradients and plain gradient steps against recordings of the reference trainer; skipped where those are absent. */
@SuppressWarnings("try")
class LossParityTest {

    private static final Path SHARED = Path.of(System.getProperty("posewright.shared", "../shared/data"));
    private static final int SIZE = 640;
    private static final int NPY_PREFIX = 10;

    @BeforeAll
    static void needsRecordings() {
        assumeTrue(
                Files.exists(SHARED.resolve("training/loss.json")),
                "skipped: no recordings at " + SHARED.resolve("training"));
        TorchRuntime.start(1);
    }

    @Test
    void foldedNetworkAgrees() throws IOException {
        JsonNode recorded = recorded().path("fused");
        Checkpoint checkpoint = PtReader.read(SHARED.resolve("models/yolo11n-pose.pt"));
        try (PoseNetwork network = PoseNetwork.createFused(checkpoint.spec(), 0)) {
            network.load(checkpoint.weights());
            BatchStep step = new BatchStep(network, loss(), false);
            compareSteps(network, recorded, batch -> step.run(batch, 0));
        }
    }

    @Test
    void batchStatisticsAgree() throws IOException {
        JsonNode recorded = recorded().path("bn_train");
        Checkpoint checkpoint = PtReader.read(SHARED.resolve("models/yolo11n-pose-bncal.pt"));
        try (PoseNetwork network = PoseNetwork.create(checkpoint.spec(), 0)) {
            network.load(checkpoint.weights());
            compareSteps(network, recorded, batch -> plainStep(network, batch));
        }
    }

    private static LossItems plainStep(PoseNetwork network, PixelBatch batch) {
        try (PointerScope scope = new PointerScope()) {
            HeadMaps<Tensor> maps = PlainLayout.forwardWithBatchStatistics(network, BatchStep.images(batch));
            LossResult result = BatchStep.evaluate(loss(), maps, batch.targets());
            result.total().backward();
            return result.items();
        }
    }

    private static PoseLoss loss() {
        double[] sigmas =
                Skeletons.COCO_PERSON.sigmas().stream().mapToDouble(s -> s).toArray();
        return new PoseLoss(new HeadLayout(16, 1, 17, 3), LossGains.DEFAULT, sigmas);
    }

    private static void compareSteps(PoseNetwork network, JsonNode recorded, Function<PixelBatch, LossItems> step)
            throws IOException {
        PixelBatch batch = batch();
        JsonNode losses = recorded.path("sgd").path("losses");
        double rate = recorded.path("sgd").path("lr").asDouble();
        for (int i = 0; i < losses.size(); i++) {
            LossItems items = step.apply(batch);
            compareItems(items, losses.get(i).path("items_with_gain"));
            if (i == 0) {
                compareGradients(network.parameters(), recorded);
            }
            descend(network.parameters(), rate);
        }
    }

    private static void compareItems(LossItems items, JsonNode recorded) {
        compare(items.box(), recorded.path("box"));
        compare(items.pose(), recorded.path("pose"));
        compare(items.keypointObjectness(), recorded.path("kobj"));
        compare(items.classification(), recorded.path("cls"));
        compare(items.distribution(), recorded.path("dfl"));
    }

    private static void compare(double value, JsonNode recorded) {
        assertThat(value).isCloseTo(recorded.asDouble(), within(1e-4 * recorded.asDouble()));
    }

    private static void compareGradients(Map<String, Tensor> parameters, JsonNode recorded) {
        double total = 0;
        try (PointerScope scope = new PointerScope()) {
            for (Map.Entry<String, Tensor> entry : parameters.entrySet()) {
                double norm = entry.getValue().grad().norm().item_double();
                total += norm * norm;
                JsonNode expected =
                        recorded.path("gradients").path(entry.getKey()).path("l2");
                assertThat(expected.isMissingNode()).as(entry.getKey()).isFalse();
                assertThat(norm)
                        .as(entry.getKey())
                        .isCloseTo(expected.asDouble(), within(1e-3 * expected.asDouble() + 1e-5));
            }
        }
        double expected = recorded.path("total_gradient_l2").asDouble();
        assertThat(Math.sqrt(total)).isCloseTo(expected, within(1e-3 * expected));
    }

    private static void descend(Map<String, Tensor> parameters, double rate) {
        try (PointerScope scope = new PointerScope();
                AutoGradMode off = Torch.withoutGradients()) {
            for (Tensor parameter : parameters.values()) {
                parameter.add_(parameter.grad(), new Scalar(-rate));
                parameter.grad().zero_();
            }
        }
    }

    private static JsonNode recorded() throws IOException {
        return new ObjectMapper().readTree(SHARED.resolve("training/loss.json").toFile());
    }

    private static PixelBatch batch() throws IOException {
        byte[] npy = Files.readAllBytes(SHARED.resolve("training/batch-images-u8.npy"));
        int header = NPY_PREFIX + (npy[8] & 0xFF) + 256 * (npy[9] & 0xFF);
        byte[] planes = Arrays.copyOfRange(npy, header, npy.length);
        int plane = SIZE * SIZE;
        int images = planes.length / (3 * plane);
        byte[] rgb = new byte[planes.length];
        for (int image = 0; image < images; image++) {
            for (int channel = 0; channel < 3; channel++) {
                for (int i = 0; i < plane; i++) {
                    rgb[(image * plane + i) * 3 + channel] = planes[(image * 3 + channel) * plane + i];
                }
            }
        }
        return new PixelBatch(SIZE, SIZE, rgb, targets(images), new ArrayList<>(dummies(images)));
    }

    private static List<Sample> dummies(int count) {
        Picture pixel = new Picture(1, 1, new byte[3]);
        return Collections.nCopies(count, new Sample(pixel, List.of(), List.of(), List.of()));
    }

    private static BatchTargets targets(int images) throws IOException {
        JsonNode labels = recorded().path("labels");
        int count = labels.path("batch_idx").size();
        int[] imageIndex = new int[count];
        int[] classIndex = new int[count];
        float[] boxes = new float[4 * count];
        float[] keypoints = new float[3 * 17 * count];
        for (int i = 0; i < count; i++) {
            imageIndex[i] = labels.path("batch_idx").get(i).asInt();
            JsonNode box = labels.path("bboxes_xywh_normalised").get(i);
            for (int side = 0; side < 4; side++) {
                double half = box.get(2 + side % 2).asDouble() / 2;
                double center = box.get(side % 2).asDouble();
                boxes[4 * i + side] = (float) ((side < 2 ? center - half : center + half) * SIZE);
            }
            for (int k = 0; k < 17; k++) {
                JsonNode point = labels.path("keypoints_normalised").get(i).get(k);
                keypoints[3 * (17 * i + k)] = (float) (point.get(0).asDouble() * SIZE);
                keypoints[3 * (17 * i + k) + 1] = (float) (point.get(1).asDouble() * SIZE);
                keypoints[3 * (17 * i + k) + 2] = (float) point.get(2).asDouble();
            }
        }
        return new BatchTargets(images, 17, imageIndex, classIndex, boxes, keypoints);
    }
}
