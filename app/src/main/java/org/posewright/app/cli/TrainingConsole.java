package org.posewright.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.posewright.training.TrainingListener;
import org.posewright.training.TrainingReport;
import org.posewright.training.ValidationResult;
import org.posewright.training.loss.LossItems;
import org.posewright.training.run.ResultsRow;

/** Tells a run to a person at a terminal: losses with a bar, rate and time left, and a table of validation numbers. */
final class TrainingConsole implements TrainingListener {

    private static final int BAR_WIDTH = 10;
    private static final long NANOS_BETWEEN = 200_000_000L;
    private static final double BYTES_PER_GIGABYTE = 1e9;
    private static final String HEADER = String.format(
            Locale.ROOT,
            "%11s%11s%11s%11s%11s%11s%11s%11s%11s",
            "Epoch",
            "Memory",
            "box_loss",
            "pose_loss",
            "kobj_loss",
            "cls_loss",
            "dfl_loss",
            "Instances",
            "Size");

    private final PrintWriter out;
    private long lastNanos;
    /** Whether the last line is a bar that the next one will overwrite. */
    private boolean isBarOpen;

    TrainingConsole(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void note(String sentence) {
        if (isBarOpen) {
            out.println();
            isBarOpen = false;
        }
        out.println(sentence);
        out.flush();
    }

    @Override
    public void started(RunStart start) {
        out.println("Run folder: " + start.folder());
        out.println(HEADER);
        out.flush();
    }

    @Override
    public void baseline(ValidationResult before) {
        note("Before training:" + System.lineSeparator() + numbers(before));
    }

    @Override
    public void batch(BatchProgress p) {
        boolean isLast = p.batch() == p.batches() - 1;
        long now = System.nanoTime();
        if (!isLast && now - lastNanos < NANOS_BETWEEN) {
            return;
        }
        lastNanos = now;
        LossItems l = p.losses();
        out.printf(
                Locale.ROOT,
                "\r%11s%11s%11.4g%11.4g%11.4g%11.4g%11.4g%11d%11d  %s %d/%d %.1f img/s, %s left ",
                (p.epoch() + 1) + "/" + p.epochs(),
                String.format(Locale.ROOT, "%.3gG", p.memoryBytes() / BYTES_PER_GIGABYTE),
                l.box(),
                l.pose(),
                l.keypointObjectness(),
                l.classification(),
                l.distribution(),
                p.instances(),
                p.inputSize(),
                bar((p.batch() + 1.0) / p.batches()),
                p.batch() + 1,
                p.batches(),
                p.imagesPerSecond(),
                duration(p.secondsLeft()));
        if (isLast) {
            out.println();
        }
        isBarOpen = !isLast;
        out.flush();
    }

    private static String bar(double share) {
        int filled = (int) Math.round(share * BAR_WIDTH);
        return "#".repeat(filled) + ".".repeat(BAR_WIDTH - filled);
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole % 3600 / 60, whole % 60);
    }

    @Override
    public void epoch(EpochSummary epoch) {
        if (epoch.validation() != null) {
            out.println(numbers(epoch.validation()) + (epoch.isBest() ? "  best so far" : ""));
            out.flush();
        }
    }

    private static String numbers(ValidationResult result) {
        List<Double> metrics = ResultsRow.metrics(result.ultralytics());
        return String.format(
                Locale.ROOT,
                "%11s box P %.3f R %.3f mAP50 %.3f mAP50-95 %.3f | pose P %.3f R %.3f mAP50 %.3f mAP50-95 %.3f | COCO AP %.3f",
                "val",
                metrics.get(0),
                metrics.get(1),
                metrics.get(2),
                metrics.get(3),
                metrics.get(4),
                metrics.get(5),
                metrics.get(6),
                metrics.get(7),
                result.coco().ap());
    }

    @Override
    public void paused(boolean isPaused) {
        note(isPaused ? "Paused." : "Going on.");
    }

    @Override
    public void saved(Path file, boolean isBest) {
        // Every epoch saves: a line for each would hide the numbers.
    }

    @Override
    public void finished(TrainingReport report) {
        note("Finished after " + report.epochsDone() + " epochs: " + report.sentence() + ".");
        if (report.unreadable() > 0) {
            out.println("Pictures that could not be read and were left out: " + report.unreadable() + ".");
        }
        boolean canGoOn =
                switch (report.outcome()) {
                    case STOPPED, CANCELLED -> report.epochsDone() > 0;
                    case COMPLETED, EARLY_STOPPED, DIVERGED -> false;
                };
        if (canGoOn) {
            out.println("Go on with: posewright train resume=" + report.folder());
        }
        if (report.best() != null) {
            String which = report.bestEpoch() == 0 ? "those it began with" : "epoch " + report.bestEpoch();
            out.println("Best weights (" + which + "):");
            out.println(numbers(report.best()));
        }
        if (report.onnx() != null) {
            out.println("Model for any runtime: " + report.onnx());
        }
        out.println("Results: " + report.folder());
        out.flush();
    }
}
