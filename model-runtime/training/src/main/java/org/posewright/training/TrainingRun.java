package org.posewright.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.training.data.BatchLoader;
import org.posewright.training.data.PixelBatch;
import org.posewright.training.data.TrainingPipeline;
import org.posewright.training.draw.InputScale;
import org.posewright.training.loss.LossItems;
import org.posewright.training.optim.TrainingSchedule;
import org.posewright.training.run.ResultsCsv;
import org.posewright.training.run.ResultsRow;
import org.posewright.training.run.TrainingControl;

/** The loop over epochs and batches. One object serves one run on one thread. */
final class TrainingRun {

    private static final long PAUSE_MILLIS = 200;

    private final RunParts parts;
    private final TrainingPlan plan;
    private final TrainingListener listener;
    private final TrainingControl control;
    private final CancellationToken token;
    private RunProgress progress;
    private TrainingSchedule schedule;
    private double secondsBefore;
    private final long began = System.nanoTime();

    TrainingRun(RunParts parts, RunProgress progress, double secondsBefore, Steering steering) {
        this.parts = parts;
        this.plan = parts.plan();
        this.progress = progress;
        this.secondsBefore = secondsBefore;
        this.schedule = parts.schedule();
        listener = steering.listener;
        control = steering.control;
        token = steering.token;
    }

    /** Who listens and who may interfere. */
    record Steering(TrainingListener listener, TrainingControl control, CancellationToken token) {}

    /** How the loop ended. */
    record End(TrainingReport.Outcome outcome, RunProgress progress, String sentence) {}

    End run() throws IOException, InterruptedException {
        try {
            return learnAll();
        } catch (CancellationException e) {
            // Asked for during a validation: the run goes on from the epoch that was saved last.
            return cancelled();
        }
    }

    private End learnAll() throws IOException, InterruptedException {
        if (plan.arguments().isTrue("baseline") && progress.nextEpoch() == 0) {
            validateStart();
        }
        for (int epoch = progress.nextEpoch(); epoch < schedule.epochs(); epoch++) {
            EpochMeter meter = new EpochMeter();
            Optional<End> ended = train(epoch, meter);
            if (ended.isPresent()) {
                return ended.get();
            }
            boolean isLast = epoch == schedule.epochs() - 1;
            conclude(epoch, meter, isLast);
            // Without validation there is nothing that could improve.
            boolean isJudged = plan.arguments().isTrue("val");
            if (isJudged
                    && !isLast
                    && progress.shouldStop(epoch, plan.arguments().integer("patience"))) {
                String sentence = "no improvement in " + plan.arguments().integer("patience") + " epochs";
                return new End(TrainingReport.Outcome.EARLY_STOPPED, progress, sentence);
            }
            adaptToTime(epoch);
        }
        return new End(TrainingReport.Outcome.COMPLETED, progress, "all epochs are done");
    }

    private void validateStart() {
        ValidationResult before = validate();
        progress = progress.startingFrom(before.fitness());
        parts.weights().saveBest(parts.learner());
        listener.baseline(before);
    }

    private Optional<End> train(int epoch, EpochMeter meter) throws IOException, InterruptedException {
        TrainingPipeline pipeline = parts.pipeline();
        try (BatchLoader loader = new BatchLoader(pipeline, epoch, plan.workers())) {
            for (int number = 0; loader.hasNext(); number++) {
                Optional<End> wish = obey();
                if (wish.isPresent()) {
                    return wish;
                }
                PixelBatch batch = loader.next();
                LossItems items = learn(epoch, number, batch);
                if (!items.isFinite()) {
                    return Optional.of(diverged(epoch, number, batch));
                }
                meter.add(items, batch.size());
                report(epoch, number, batch, meter);
                tellUnreadable();
                parts.pictures().trained(epoch, number, pipeline.batchCount(), batch);
            }
        }
        return Optional.empty();
    }

    private LossItems learn(int epoch, int number, PixelBatch batch) {
        long global = (long) epoch * parts.pipeline().batchCount() + number;
        try {
            return parts.learner().learn(batch, inputSize(epoch, number), global, schedule.at(epoch, global));
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError e) {
            Optional<TrainingException> explained = OutOfMemory.explain(e, schedule.batch(), plan.imageSize());
            if (explained.isPresent()) {
                throw explained.get();
            }
            throw e;
        }
    }

    /** The long side for this batch under {@code multi_scale}; 0 leaves the batch as it is. */
    private int inputSize(int epoch, int number) {
        if (!plan.arguments().isTrue("multi_scale")) {
            return 0;
        }
        return InputScale.size(plan.seed(), epoch, number, plan.imageSize());
    }

    private Optional<End> obey() throws InterruptedException {
        TrainingControl.Wish wish = wish();
        if (wish == TrainingControl.Wish.PAUSE) {
            listener.paused(true);
            while (wish() == TrainingControl.Wish.PAUSE) {
                Thread.sleep(PAUSE_MILLIS);
            }
            wish = wish();
            listener.paused(false);
        }
        return switch (wish) {
            case CANCEL -> Optional.of(cancelled());
            case STOP -> Optional.of(new End(TrainingReport.Outcome.STOPPED, progress, "stopped by request"));
            default -> Optional.empty();
        };
    }

    private End cancelled() {
        return new End(TrainingReport.Outcome.CANCELLED, progress, "cancelled");
    }

    private TrainingControl.Wish wish() {
        return token.isCancelled() ? TrainingControl.Wish.CANCEL : control.wish();
    }

    private End diverged(int epoch, int number, PixelBatch batch) {
        List<String> keys = batch.samples().stream()
                .map(s -> s.tiles().get(0).source().path())
                .toList();
        String sentence = "the loss is not a number in epoch " + (epoch + 1) + ", batch " + (number + 1) + " (" + keys
                + "); the best weights before that are kept: try a smaller lr0, or amp=false";
        return new End(TrainingReport.Outcome.DIVERGED, progress, sentence);
    }

    private void report(int epoch, int number, PixelBatch batch, EpochMeter meter) {
        int batches = parts.pipeline().batchCount();
        double batchesLeft = (schedule.epochs() - epoch) * (double) batches - number - 1;
        listener.batch(new TrainingListener.BatchProgress(
                epoch,
                schedule.epochs(),
                number,
                batches,
                meter.mean(),
                batch.targets().count(),
                batch.width(),
                meter.imagesPerSecond(),
                batchesLeft * meter.secondsPerBatch(),
                EpochMeter.memoryBytes()));
    }

    private void conclude(int epoch, EpochMeter meter, boolean isLast) throws IOException {
        double rate = meter.imagesPerSecond();
        boolean isValidated = plan.arguments().isTrue("val") || isLast;
        ValidationResult validation = isValidated ? validate() : null;
        progress = progress.after(epoch, parts.learner().lastStep());
        boolean isBest = true;
        if (validation != null) {
            progress = progress.judged(epoch, validation.fitness());
            isBest = progress.bestEpoch() == epoch;
        }
        ResultsRow row = row(epoch, meter.mean(), validation);
        new ResultsCsv(parts.folder().results()).append(row);
        save(epoch, isBest, isLast);
        listener.epoch(new TrainingListener.EpochSummary(row, validation, isBest, rate));
    }

    private ValidationResult validate() {
        ValidationResult result = parts.validator()
                .validate(
                        parts.learner().averaged(),
                        (done, total, message) -> listener.validating((int) done, (int) total),
                        token);
        tellUnreadable();
        return result;
    }

    private void tellUnreadable() {
        parts.unreadable().news().forEach(listener::note);
    }

    private ResultsRow row(int epoch, LossItems train, @Nullable ValidationResult validation) {
        long lastBatch = (long) (epoch + 1) * parts.pipeline().batchCount() - 1;
        TrainingSchedule.Values values = schedule.at(epoch, lastBatch);
        return new ResultsRow(
                epoch + 1,
                seconds(),
                train,
                validation == null
                        ? List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
                        : ResultsRow.metrics(validation.ultralytics()),
                validation == null ? LossItems.ZERO : validation.loss(),
                List.of(values.biasRate(), values.weightRate(), values.weightRate()));
    }

    private double seconds() {
        return secondsBefore + (System.nanoTime() - began) / 1e9;
    }

    private void save(int epoch, boolean isBest, boolean isLast) {
        if (!plan.arguments().isTrue("save") && !isLast) {
            return;
        }
        if (isBest) {
            parts.weights().saveBest(parts.learner());
        }
        parts.weights().saveLast(parts.learner(), progress);
        int period = plan.arguments().integer("save_period");
        if (period > 0 && epoch % period == 0) {
            parts.weights().saveEpoch(parts.learner(), epoch);
        }
        listener.saved(isBest ? parts.folder().best() : parts.folder().last(), isBest);
    }

    /** With {@code time} the number of epochs follows from how long they take. */
    private void adaptToTime(int epoch) {
        if (!plan.arguments().isSet("time")) {
            return;
        }
        double wanted = plan.arguments().number("time") * 3600;
        int epochs = (int) Math.ceil(wanted / (seconds() / (epoch + 1)));
        if (seconds() >= wanted) {
            epochs = epoch + 1;
        }
        schedule = new TrainingSchedule(
                schedule.settings(),
                schedule.rule(),
                Math.max(epoch + 1, epochs),
                schedule.batchesPerEpoch(),
                schedule.batch());
    }
}
