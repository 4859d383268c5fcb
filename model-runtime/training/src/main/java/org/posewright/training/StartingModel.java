package org.posewright.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.posewright.training.checkpoint.Checkpoint;
import org.posewright.training.checkpoint.CheckpointException;
import org.posewright.training.checkpoint.NamedTensors;
import org.posewright.training.checkpoint.TensorData;
import org.posewright.training.checkpoint.TransferReport;
import org.posewright.training.checkpoint.onnx.OnnxReader;
import org.posewright.training.checkpoint.pt.PtReader;
import org.posewright.training.graph.ModelFamily;
import org.posewright.training.graph.ModelScale;
import org.posewright.training.graph.NetworkSpec;
import org.posewright.training.network.NormMode;
import org.posewright.training.network.PoseNetwork;

/**
 * The network a run starts from.
 *
 * @param spec with the head that the dataset needs
 * @param weights what the model file holds; null for new weights
 */
record StartingModel(NetworkSpec spec, @Nullable NamedTensors weights, String origin) {

    private static final Pattern NAME = Pattern.compile("(yolov8|yolo11)([pnsmlx])?-pose(\\.yaml)?");
    private static final double STATISTICS_TOLERANCE = 1e-2;

    /** A network with its weights, and what there is to say about them. */
    record Loaded(PoseNetwork network, NormMode norm, List<String> notes) {}

    /**
     * Reads the model that the arguments name and fits its head to the dataset.
     *
     * @throws TrainingException if there is no such model
     */
    static StartingModel of(TrainingPlan plan, TrainingData data) {
        String model = plan.arguments().text("model");
        int classes = data.categoryNames().size();
        int points = data.skeleton().size();
        int dimensions = data.skeleton().valuesPerKeypoint();
        Path file = Path.of(model);
        String pretrained = plan.arguments().text("pretrained");
        boolean hasLender = pretrained.endsWith(".pt") || pretrained.endsWith(".onnx");
        if (Files.isRegularFile(file) && !model.endsWith(".yaml")) {
            Checkpoint checkpoint = read(file);
            NetworkSpec spec = checkpoint.spec().withHead(classes, points, dimensions);
            NamedTensors weights = hasLender ? read(Path.of(pretrained)).weights() : checkpoint.weights();
            return new StartingModel(spec, pretrained.equalsIgnoreCase("false") ? null : weights, file.toString());
        }
        Matcher name = NAME.matcher(model);
        if (!name.matches() || model.endsWith(".pt")) {
            throw new TrainingException("model " + model
                    + " does not exist; give a .pt or .onnx file, or a name such as yolo11n-pose.yaml for new weights");
        }
        ModelFamily family = name.group(1).equals("yolov8") ? ModelFamily.V8 : ModelFamily.V11;
        ModelScale scale = ModelScale.ofLetter(name.group(2) == null ? "n" : name.group(2));
        NamedTensors lent = hasLender ? read(Path.of(pretrained)).weights() : null;
        return new StartingModel(new NetworkSpec(family, scale, classes, points, dimensions), lent, model);
    }

    private static Checkpoint read(Path file) {
        try {
            return file.toString().endsWith(".onnx") ? OnnxReader.read(file) : PtReader.read(file);
        } catch (CheckpointException e) {
            throw new TrainingException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Builds the network; the caller closes it. */
    Loaded load(TrainingPlan plan) {
        List<String> notes = new ArrayList<>();
        PoseNetwork network = PoseNetwork.create(spec, plan.seed());
        boolean isFolded = false;
        if (weights == null) {
            notes.add("The weights are new: " + spec.modelName() + " learns from nothing.");
        } else {
            TransferReport report = network.load(weights);
            notes.add(report.summary());
            isFolded = report.normalisationFolded() || hasIdentityNormalisation(network.state());
        }
        return new Loaded(network, norm(plan, isFolded, notes), notes);
    }

    private static NormMode norm(TrainingPlan plan, boolean isFolded, List<String> notes) {
        String wish = plan.arguments().text("freeze_bn");
        if (wish.equals("true")) {
            return NormMode.RUNNING;
        }
        if (!isFolded) {
            return NormMode.BATCH;
        }
        if (wish.equals("false")) {
            notes.add("The model's batch normalisation was folded into its convolutions; with freeze_bn=false it will"
                    + " first forget most of what it knows.");
            return NormMode.BATCH;
        }
        notes.add("The model's batch normalisation was folded into its convolutions, so it stays in evaluation mode"
                + " (freeze_bn=auto).");
        return NormMode.RUNNING;
    }

    /** Whether no normalisation layer shifts or scales: statistics that no training can have left. */
    static boolean hasIdentityNormalisation(NamedTensors state) {
        for (Map.Entry<String, TensorData> entry : state.asMap().entrySet()) {
            String name = entry.getKey();
            boolean isMean = name.endsWith(".bn.running_mean");
            boolean isVariance = name.endsWith(".bn.running_var");
            if (isMean || isVariance) {
                float expected = isMean ? 0 : 1;
                for (float value : entry.getValue().floats()) {
                    if (Math.abs(value - expected) > STATISTICS_TOLERANCE) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
