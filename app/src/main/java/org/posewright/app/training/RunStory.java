package org.posewright.app.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the events of {@link org.posewright.training.JsonProgress} into a {@link RunState}. Lines that are not understood, such
 * as one that is only half written, are passed over. One thread only.
 */
public final class RunStory {

    /** Points of a loss curve kept for each epoch. */
    private static final double POINTS_PER_EPOCH = 40;

    private final ObjectMapper json = new ObjectMapper();
    private final List<RunState.BatchPoint> batches = new ArrayList<>();
    private final List<RunState.EpochPoint> epochs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<Long> processes = new HashSet<>();
    private RunPhase phase = RunPhase.PREPARING;
    private String closing = "";
    private RunState.@Nullable Setup setup;
    private RunState.@Nullable Position position;
    private RunState.@Nullable EpochPoint baseline;
    private OptionalDouble pendingAp = OptionalDouble.empty();
    private boolean pendingBest;

    /** Takes one line. */
    public void accept(String line) {
        JsonNode event;
        try {
            event = json.readTree(line);
        } catch (JsonProcessingException halfWritten) {
            return;
        }
        switch (event.path("event").asText()) {
            case "note" -> notes.add(event.path("text").asText());
            case "started" -> started(event);
            case "batch" -> batch(event);
            case "validating" -> phase = RunPhase.VALIDATING;
            case "baseline" ->
                baseline = new RunState.EpochPoint(
                        0,
                        numbers(event.path("metrics")),
                        OptionalDouble.of(event.path("coco").path("AP").asDouble()),
                        false);
            case "validated" -> {
                pendingAp = OptionalDouble.of(event.path("coco").path("AP").asDouble());
                pendingBest = event.path("best").asBoolean();
            }
            case "epoch" -> epoch(event);
            case "paused" -> phase = event.path("paused").asBoolean() ? RunPhase.PAUSED : RunPhase.RUNNING;
            case "finished" -> finished(event);
            case "failed" -> {
                phase = RunPhase.FAILED;
                closing = event.path("text").asText();
            }
            default -> {}
        }
    }

    /** Whether a process with this number has told that it began. */
    boolean hasHeardFrom(long pid) {
        return processes.contains(pid);
    }

    /** Whether the run has told how it ended. */
    public boolean isEnded() {
        return !phase.isActive();
    }

    public RunState state() {
        return new RunState(phase, setup, position, batches, epochs, baseline, notes, closing);
    }

    private void started(JsonNode event) {
        int start = event.path("start_epoch").asInt(1);
        epochs.removeIf(point -> point.epoch() >= start);
        batches.removeIf(point -> point.epochs() > start - 1);
        phase = RunPhase.RUNNING;
        closing = "";
        processes.add(event.path("pid").asLong());
        setup = new RunState.Setup(
                event.path("pid").asLong(),
                event.path("epochs").asInt(),
                event.path("train_images").asInt(),
                event.path("val_images").asInt(),
                event.path("people").asInt(),
                event.path("batch").asInt(),
                event.path("imgsz").asInt(),
                event.path("device").asText("cpu"),
                event.path("precision").asText(),
                event.path("optimizer").asText());
    }

    private void batch(JsonNode event) {
        phase = RunPhase.RUNNING;
        RunState.Position now = new RunState.Position(
                event.path("epoch").asInt(),
                event.path("epochs").asInt(),
                event.path("batch").asInt(),
                event.path("batches").asInt(),
                event.path("images_per_second").asDouble(),
                event.path("seconds_left").asDouble(),
                event.path("memory_bytes").asLong());
        position = now;
        double at = now.epoch() - 1 + (double) now.batch() / Math.max(1, now.batches());
        RunState.BatchPoint point = new RunState.BatchPoint(at, numbers(event.path("losses")));
        boolean isClose = batches.size() > 1
                && at - batches.get(batches.size() - 2).epochs() < 1 / POINTS_PER_EPOCH
                && now.batch() < now.batches();
        if (isClose) {
            batches.set(batches.size() - 1, point);
        } else {
            batches.add(point);
        }
    }

    private void epoch(JsonNode event) {
        int number = event.path("epoch").asInt();
        epochs.removeIf(point -> point.epoch() >= number);
        epochs.add(new RunState.EpochPoint(number, numbers(event.path("row")), pendingAp, pendingBest));
        pendingAp = OptionalDouble.empty();
        pendingBest = false;
        phase = RunPhase.RUNNING;
    }

    private void finished(JsonNode event) {
        closing = event.path("text").asText();
        String outcome = event.path("outcome").asText().toUpperCase(Locale.ROOT);
        phase = RunPhase.FAILED;
        for (RunPhase known : RunPhase.values()) {
            phase = known.name().equals(outcome) ? known : phase;
        }
    }

    private static Map<String, Double> numbers(JsonNode object) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        object.properties()
                .forEach(field -> numbers.put(
                        field.getKey(),
                        field.getValue().isNumber() ? field.getValue().asDouble() : Double.NaN));
        return numbers;
    }
}
