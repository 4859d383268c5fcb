package org.posewright.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.posewright.training.loss.LossItems;
import org.posewright.training.run.ResultsRow;

/**
 * Tells a run as one JSON object a line: what {@code progress=json} prints and what the run folder's {@code progress.jsonl} keeps,
 * so that a window can follow a run that it did not start. Readers ignore events and fields that they do not know.
 *
 * <table>
 * <caption>Events; numbers are plain JSON numbers, epochs and batches count from 1</caption>
 * <tr><td>note</td><td>text</td></tr>
 * <tr><td>started</td><td>pid, folder, start_epoch, epochs, train_images, val_images, people, batch, imgsz, parameters, device,
 * precision, optimizer</td></tr>
 * <tr><td>baseline</td><td>fitness, metrics, coco of the starting weights, where baseline=true asks for it</td></tr>
 * <tr><td>batch</td><td>epoch, epochs, batch, batches, losses {box, pose, kobj, cls, dfl, total}, instances, size,
 * images_per_second, seconds_left, memory_bytes</td></tr>
 * <tr><td>validating</td><td>done, total</td></tr>
 * <tr><td>validated</td><td>epoch, best, fitness, metrics (names of results.csv), coco {AP, AP50 …}</td></tr>
 * <tr><td>epoch</td><td>epoch, images_per_second, and row: every column of results.csv by name</td></tr>
 * <tr><td>saved</td><td>file, best</td></tr>
 * <tr><td>paused</td><td>paused</td></tr>
 * <tr><td>finished</td><td>outcome (completed, early_stopped, stopped, cancelled, diverged), text, epochs, best_epoch, best_fitness,
 * onnx, unreadable, metrics, coco</td></tr>
 * <tr><td>failed</td><td>text</td></tr>
 * </table>
 */
public final class JsonProgress implements TrainingListener {

    private final ObjectMapper json = new ObjectMapper();
    private final Consumer<String> lines;

    /**
     * @param lines gets each object as a line without its end
     */
    public JsonProgress(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void note(String sentence) {
        send("note", Map.of("text", sentence));
    }

    @Override
    public void started(RunStart start) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("pid", ProcessHandle.current().pid());
        fields.put("folder", start.folder().toString());
        fields.put("start_epoch", start.startEpoch() + 1);
        fields.put("epochs", start.epochs());
        fields.put("train_images", start.trainingImages());
        fields.put("val_images", start.validationImages());
        fields.put("people", start.people());
        fields.put("batch", start.batch());
        fields.put("imgsz", start.imageSize());
        fields.put("parameters", start.parameters());
        fields.put("device", start.device());
        fields.put("precision", start.precision());
        fields.put("optimizer", start.optimizer());
        send("started", fields);
    }

    @Override
    public void baseline(ValidationResult before) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        addScores(fields, before);
        send("baseline", fields);
    }

    @Override
    public void batch(BatchProgress progress) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("epoch", progress.epoch() + 1);
        fields.put("epochs", progress.epochs());
        fields.put("batch", progress.batch() + 1);
        fields.put("batches", progress.batches());
        fields.put("losses", losses(progress.losses()));
        fields.put("instances", progress.instances());
        fields.put("size", progress.inputSize());
        fields.put("images_per_second", progress.imagesPerSecond());
        fields.put("seconds_left", progress.secondsLeft());
        fields.put("memory_bytes", progress.memoryBytes());
        send("batch", fields);
    }

    private static Map<String, Double> losses(LossItems items) {
        Map<String, Double> losses = new LinkedHashMap<>();
        losses.put("box", items.box());
        losses.put("pose", items.pose());
        losses.put("kobj", items.keypointObjectness());
        losses.put("cls", items.classification());
        losses.put("dfl", items.distribution());
        losses.put("total", items.sum());
        return losses;
    }

    @Override
    public void validating(int done, int total) {
        send("validating", Map.of("done", done, "total", total));
    }

    @Override
    public void epoch(EpochSummary epoch) {
        ValidationResult validation = epoch.validation();
        if (validation != null) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("epoch", epoch.row().epoch());
            fields.put("best", epoch.isBest());
            addScores(fields, validation);
            send("validated", fields);
        }
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        List<Double> values = epoch.row().values();
        for (int i = 0; i < values.size(); i++) {
            row.put(ResultsRow.COLUMNS.get(i), values.get(i));
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("epoch", epoch.row().epoch());
        fields.put("images_per_second", epoch.imagesPerSecond());
        fields.put("row", row);
        send("epoch", fields);
    }

    private static void addScores(Map<String, @Nullable Object> fields, ValidationResult validation) {
        fields.put("fitness", validation.fitness());
        fields.put("metrics", validation.ultralytics().byName());
        fields.put("coco", validation.coco().byName());
    }

    @Override
    public void saved(Path file, boolean isBest) {
        send("saved", Map.of("file", file.toString(), "best", isBest));
    }

    @Override
    public void paused(boolean isPaused) {
        send("paused", Map.of("paused", isPaused));
    }

    @Override
    public void finished(TrainingReport report) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("outcome", report.outcome().name().toLowerCase(Locale.ROOT));
        fields.put("text", report.sentence());
        fields.put("epochs", report.epochsDone());
        fields.put("best_epoch", report.bestEpoch());
        fields.put("best_fitness", report.bestFitness());
        fields.put("onnx", report.onnx() == null ? null : report.onnx().toString());
        fields.put("unreadable", report.unreadable());
        if (report.best() != null) {
            addScores(fields, report.best());
        }
        send("finished", fields);
    }

    @Override
    public void failed(String sentence) {
        send("failed", Map.of("text", sentence));
    }

    private void send(String event, Map<String, ? extends @Nullable Object> fields) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("event", event);
        object.putAll(fields);
        try {
            lines.accept(json.writeValueAsString(object));
        } catch (IOException e) {
            throw new IllegalStateException("an event cannot be written as JSON", e);
        }
    }
}
