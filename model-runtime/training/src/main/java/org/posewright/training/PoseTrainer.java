package org.posewright.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.training.argument.TrainingArguments;
import org.posewright.training.data.LabelSnapshot;
import org.posewright.training.data.TrainableLabels;
import org.posewright.training.data.TrainingPipeline;
import org.posewright.training.data.TrainingSet;
import org.posewright.training.data.UnreadablePictures;
import org.posewright.training.data.ValidationBatches;
import org.posewright.training.graph.NetworkInventory;
import org.posewright.training.loss.HeadLayout;
import org.posewright.training.loss.PoseLoss;
import org.posewright.training.network.PoseNetwork;
import org.posewright.training.network.Torch;
import org.posewright.training.network.TorchRuntime;
import org.posewright.training.optim.OptimizerRule;
import org.posewright.training.optim.OptimizerSettings;
import org.posewright.training.optim.TrainingSchedule;
import org.posewright.training.run.ControlFile;
import org.posewright.training.run.ProgressLog;
import org.posewright.training.run.ResultsCsv;
import org.posewright.training.run.RunFolder;
import org.posewright.training.run.TrainingControl;

/**
 * Trains a YOLO-pose model on a dataset snapshot and leaves a run folder. Runs on the calling thread, in a process of its own where
 * a window is open. Stop, pause and cancel take effect between two steps.
 */
public final class PoseTrainer {

    private final TrainingListener listener;
    private final TrainingControl control;
    private final CancellationToken token;

    /**
     * @param control asked between steps, beside the run folder's {@link ControlFile}
     */
    public PoseTrainer(TrainingListener listener, TrainingControl control, CancellationToken token) {
        this.listener = listener;
        this.control = control;
        this.token = token;
    }

    /**
     * Begins a new run.
     *
     * @throws TrainingException if it cannot begin or go on
     * @throws IOException if a picture cannot be read or the run folder cannot be written
     */
    public TrainingReport train(TrainingPlan plan, Dataset dataset) throws IOException, InterruptedException {
        return tellingFailures(() -> begin(plan, dataset));
    }

    private TrainingReport begin(TrainingPlan plan, Dataset dataset) throws IOException, InterruptedException {
        TrainingData data = TrainingData.of(dataset, plan.arguments());
        StartingModel model = StartingModel.of(plan, data);
        TorchRuntime runtime = start(plan);
        RunFolder folder = RunFolder.create(
                plan.arguments().text("project"),
                plan.arguments().text("name"),
                plan.arguments().isTrue("exist_ok"));
        if (plan.arguments().isTrue("exist_ok")) {
            Files.deleteIfExists(folder.results());
        }
        plan.arguments().withoutEffect().forEach(listener::note);
        data.notes().forEach(listener::note);
        Setup setup = new Setup(plan, data, folder, runtime);
        try (RunParts parts = prepare(setup, model)) {
            writeBeginnings(parts.plan(), data, folder);
            return run(parts, data, RunProgress.START, 0);
        }
    }

    /** The plan of an existing run, with the few arguments that a resumed run may change. */
    public static TrainingPlan planOf(RunFolder folder, Map<String, String> changes) throws IOException {
        return new TrainingPlan(
                TrainingArguments.ofYaml(Files.readString(folder.arguments())).with(changes));
    }

    /**
     * Goes on with a run after its last finished epoch, exactly as if it had not been interrupted, with the labels that it began with.
     *
     * @param plan from {@link #planOf}
     */
    public TrainingReport resume(RunFolder folder, TrainingPlan plan, Dataset dataset)
            throws IOException, InterruptedException {
        return tellingFailures(() -> goOn(folder, plan, dataset));
    }

    /** A run, new or resumed. */
    private interface Work {
        TrainingReport run() throws IOException, InterruptedException;
    }

    private TrainingReport tellingFailures(Work work) throws IOException, InterruptedException {
        try {
            return work.run();
        } catch (RuntimeException | IOException e) {
            listener.failed(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private TrainingReport goOn(RunFolder folder, TrainingPlan plan, Dataset dataset)
            throws IOException, InterruptedException {
        RunWeights.Saved saved = RunWeights.read(folder);
        Dataset asBegun = LabelSnapshot.read(folder.labels()).applyTo(dataset);
        TrainingData data = TrainingData.of(asBegun, plan.arguments());
        TorchRuntime runtime = start(plan);
        if (saved.progress().nextEpoch() >= plan.epochs()) {
            throw new TrainingException("the run at " + folder.path() + " has done all of its " + plan.epochs()
                    + " epochs; there is nothing to resume");
        }
        StartingModel model = new StartingModel(
                saved.checkpoint().spec(),
                saved.checkpoint().weights(),
                folder.last().toString());
        double seconds =
                new ResultsCsv(folder.results()).truncateAfter(saved.progress().nextEpoch());
        try (RunParts parts = prepare(new Setup(plan, data, folder, runtime), model)) {
            parts.learner().restore(saved.checkpoint().weights(), saved.learner());
            listener.note("Resumed after epoch " + saved.progress().nextEpoch() + ".");
            return run(parts, data, saved.progress(), seconds);
        }
    }

    private static TorchRuntime start(TrainingPlan plan) {
        int wanted = plan.arguments().integer("threads");
        return TorchRuntime.start(
                wanted > 0 ? wanted : TorchRuntime.allCores(), plan.arguments().text("device"));
    }

    private record Setup(TrainingPlan plan, TrainingData data, RunFolder folder, TorchRuntime runtime) {

        boolean usesBfloat16() {
            return plan.arguments().isTrue("amp") && runtime.bfloat16();
        }
    }

    private RunParts prepare(Setup setup, StartingModel model) {
        TrainingData data = setup.data;
        PoseLoss loss = loss(setup, model);
        UnreadablePictures unreadable = new UnreadablePictures();
        TrainingSet set = data.trainingSet(setup.plan, Optional.of(setup.folder.pictureCache()), unreadable);
        data.tooManyForRam(setup.plan)
                .ifPresent(n -> listener.note(
                        n + " pictures do not fit into memory, so cache=ram is not used; try cache=disk."));
        StartingModel.Loaded loaded = model.load(setup.plan);
        loaded.notes().forEach(listener::note);
        TrainingPlan plan = withBatch(setup, loaded.network(), loss, set);
        int points = data.skeleton().size();
        TrainingPipeline pipeline = data.pipeline(plan, batchInUse(plan, set), set);
        TrainingSchedule schedule = schedule(plan, data, pipeline);
        Learner learner = new Learner(
                loaded.network(),
                loaded.norm(),
                plan.arguments().layers("freeze"),
                schedule.rule(),
                new Learner.Step(loss, setup.usesBfloat16()));
        int valBatch = 2 * batchInUse(plan, set);
        ValidationBatches batches =
                new ValidationBatches(data.validationSet(plan, unreadable), plan.imageSize(), valBatch, points);
        Validator validator = new Validator(batches, data, loss, model.spec(), plan);
        RunWeights weights = new RunWeights(setup.folder, model.spec(), data.categoryNames(), plan.arguments());
        RunPictures pictures = new RunPictures(setup.folder, plan, data);
        announce(setup, learner.averaged(), schedule, data);
        return new RunParts(plan, setup.folder, pipeline, schedule, learner, validator, weights, pictures, unreadable);
    }

    private static PoseLoss loss(Setup setup, StartingModel model) {
        HeadLayout layout = new HeadLayout(
                HeadLayout.DEFAULT_BINS,
                model.spec().classCount(),
                model.spec().keypointCount(),
                model.spec().keypointDimensions());
        double[] sigmas = setup.data.skeleton().sigmas().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return new PoseLoss(layout, setup.plan.gains(), sigmas);
    }

    private static int batchInUse(TrainingPlan plan, TrainingSet set) {
        return Math.min(plan.batch(), set.size());
    }

    private TrainingPlan withBatch(Setup setup, PoseNetwork network, PoseLoss loss, TrainingSet set) {
        if (!setup.plan.findsBatch()) {
            return setup.plan;
        }
        if (setup.runtime.device().isCuda()) {
            throw new TrainingException("batch=-1 measures the memory of the processor only; give a batch size for "
                    + setup.runtime.device() + ", such as batch=16");
        }
        BatchStep step = new BatchStep(network, loss, setup.usesBfloat16());
        int found = new BatchFinder(step, set, setup.plan, setup.data.skeleton().size()).find();
        listener.note("batch=" + found + " fits into the memory that is free.");
        return new TrainingPlan(setup.plan.arguments().with(Map.of("batch", Integer.toString(found))));
    }

    private static TrainingSchedule schedule(TrainingPlan plan, TrainingData data, TrainingPipeline pipeline) {
        OptimizerSettings settings = plan.optimizer();
        OptimizerRule rule = OptimizerRule.of(
                settings,
                data.training().size(),
                plan.batch(),
                plan.epochs(),
                data.categoryNames().size());
        return new TrainingSchedule(settings, rule, plan.epochs(), pipeline.batchCount(), plan.batch());
    }

    private void announce(Setup setup, PoseNetwork network, TrainingSchedule schedule, TrainingData data) {
        listener.note("Optimiser: " + schedule.rule().describe() + ".");
        listener.note("Computing in " + (setup.usesBfloat16() ? "bf16" : "fp32") + " with " + setup.runtime.threads()
                + " threads on " + setup.runtime.describe() + ".");
        listener.note("Training " + NetworkInventory.of(network.spec()).parameterCount() + " parameters on "
                + data.training().size() + " pictures, validating on "
                + data.validation().size() + ".");
    }

    private static void writeBeginnings(TrainingPlan plan, TrainingData data, RunFolder folder) throws IOException {
        folder.writeText(folder.arguments(), plan.arguments().toYaml());
        List<ImageRecord> images = new ArrayList<>(data.training());
        images.addAll(data.validation());
        LabelSnapshot snapshot = LabelSnapshot.of(data.skeleton().keypointNames(), images);
        folder.writeBytes(folder.path().relativize(folder.labels()).toString(), snapshot.toJson());
    }

    private TrainingReport run(RunParts parts, TrainingData data, RunProgress progress, double secondsBefore)
            throws IOException, InterruptedException {
        ControlFile file = new ControlFile(parts.folder().control());
        file.reset();
        JsonProgress log = new JsonProgress(new ProgressLog(parts.folder().progress()));
        TrainingListener all = listener.and(log);
        try {
            parts.pictures().begin();
            all.started(startOf(parts, data, progress));
            TrainingRun.Steering steering = new TrainingRun.Steering(all, control.and(file), token);
            TrainingRun.End end = new TrainingRun(parts, progress, secondsBefore, steering).run();
            TrainingReport report = new RunConclusion(parts, data, all).conclude(end);
            all.finished(report);
            return report;
        } catch (TrainingException | UncheckedIOException | IOException e) {
            log.failed(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private static TrainingListener.RunStart startOf(RunParts parts, TrainingData data, RunProgress progress) {
        int people = data.training().stream()
                .mapToInt(image -> TrainableLabels.of(image).size())
                .sum();
        return new TrainingListener.RunStart(
                parts.folder().path(),
                progress.nextEpoch(),
                parts.schedule().epochs(),
                data.training().size(),
                data.validation().size(),
                people,
                parts.plan().batch(),
                parts.plan().imageSize(),
                NetworkInventory.of(parts.learner().averaged().spec()).parameterCount(),
                Torch.home().toString(),
                parts.learner().precision(),
                parts.schedule().rule().describe());
    }
}
