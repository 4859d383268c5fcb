package org.posewright.app.viewmodel.finetune;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskSlot;
import org.posewright.app.text.Messages;
import org.posewright.app.training.LabelDifference;
import org.posewright.app.training.RunFiles;
import org.posewright.app.training.RunFollower;
import org.posewright.app.training.RunLibrary;
import org.posewright.app.training.RunState;
import org.posewright.app.training.SettingDifference;
import org.posewright.app.training.StoredRun;
import org.posewright.training.data.LabelSnapshot;

/** All runs of this person, and a second run to compare the shown one with. */
public final class RunsViewModel {

    private final TrainingServices services;
    private final TaskSlot listing;
    private final TaskSlot comparing;
    private final ObservableList<StoredRun> runs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<Overlay>> overlays =
            new ReadOnlyObjectWrapper<>(this, "overlays", List.of());
    private final ReadOnlyStringWrapper labelSentence = new ReadOnlyStringWrapper(this, "labelSentence", "");

    /**
     * Another run laid over the shown one.
     *
     * @param settings that differ, the shown run's value last
     * @param labels what is different about the labels, in a sentence
     */
    public record Overlay(String name, RunState state, List<SettingDifference> settings, String labels) {}

    public RunsViewModel(TrainingServices services) {
        this.services = services;
        listing = new TaskSlot(services.tasks());
        comparing = new TaskSlot(services.tasks());
    }

    /** Newest first. */
    public ObservableList<StoredRun> runs() {
        return runs;
    }

    /** Runs laid over the shown one, the latest last. */
    public ReadOnlyObjectProperty<List<Overlay>> overlaysProperty() {
        return overlays.getReadOnlyProperty();
    }

    /** What is different about the labels, in a sentence; empty without another run. */
    public ReadOnlyStringProperty labelSentenceProperty() {
        return labelSentence.getReadOnlyProperty();
    }

    /** Reads the list again. */
    public void refresh() {
        RunLibrary library = new RunLibrary(services.launcher().runs());
        listing.submit(TaskRequest.<RunLibrary.Listing>quiet(Lane.IO, (progress, token) -> library.list())
                .onSuccess(listed -> runs.setAll(listed.runs()))
                .onFailure(failure ->
                        services.onFailure().accept(services.messages().text("train.error.list"), failure)));
    }

    /** Takes the other runs away. */
    public void clearOverlay() {
        comparing.cancel();
        overlays.set(List.of());
        labelSentence.set("");
    }

    /** Whether a run is laid over the shown one. */
    public boolean isLaidOver(RunFiles other) {
        return overlays.get().stream().anyMatch(one -> one.name().equals(other.name()));
    }

    /** Takes one of the other runs away. */
    public void takeAway(RunFiles other) {
        List<Overlay> left = overlays.get().stream()
                .filter(one -> !one.name().equals(other.name()))
                .toList();
        labelSentence.set(left.isEmpty() ? "" : left.get(left.size() - 1).labels());
        overlays.set(left);
    }

    /** Lays another run over the shown one, beside those that are there; null takes all away. */
    public void compare(RunFiles shown, @Nullable RunFiles other) {
        comparing.cancel();
        if (other == null || other.equals(shown)) {
            clearOverlay();
            return;
        }
        Messages messages = services.messages();
        comparing.submit(TaskRequest.<Overlay>quiet(Lane.IO, (progress, token) -> overlay(shown, other, messages))
                .onSuccess(result -> {
                    labelSentence.set(result.labels());
                    List<Overlay> all = new java.util.ArrayList<>(overlays.get());
                    all.removeIf(one -> one.name().equals(result.name()));
                    all.add(result);
                    overlays.set(List.copyOf(all));
                })
                .onFailure(failure -> services.onFailure().accept(messages.text("train.error.compare"), failure)));
    }

    private static Overlay overlay(RunFiles shown, RunFiles other, Messages messages) throws Exception {
        RunState state = new RunFollower(other, why -> RunViewModel.sentence(why, messages)).read();
        Map<String, String> before = StoredRun.read(other).settings();
        Map<String, String> after = StoredRun.read(shown).settings();
        return new Overlay(
                other.name(),
                state,
                SettingDifference.between(before, after),
                messages.text(
                        "train.labels.direction",
                        other.name(),
                        shown.name(),
                        sentence(LabelDifference.between(labels(other), labels(shown)), messages)));
    }

    private static LabelSnapshot labels(RunFiles run) throws Exception {
        return Files.exists(run.folder().labels())
                ? LabelSnapshot.read(run.folder().labels())
                : new LabelSnapshot(List.of(), Map.of());
    }

    /** Such as "312 joints moved, median 4.1 px; 40 flags 2→1". */
    static String sentence(LabelDifference difference, Messages messages) {
        if (difference.isNone()) {
            return messages.text("train.labels.same");
        }
        List<String> parts = new java.util.ArrayList<>();
        if (difference.movedJoints() > 0) {
            parts.add(messages.text(
                    "train.labels.moved",
                    difference.movedJoints(),
                    String.format(java.util.Locale.ROOT, "%.1f", difference.medianMovePixels())));
        }
        if (!difference.flagChanges().isEmpty()) {
            parts.add(difference.flagChanges().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(e -> messages.text("train.labels.flags", e.getValue(), e.getKey()))
                    .collect(Collectors.joining(", ")));
        }
        addCount(parts, "train.labels.added", difference.peopleAdded(), messages);
        addCount(parts, "train.labels.removed", difference.peopleRemoved(), messages);
        addCount(parts, "train.labels.boxes", difference.boxesChanged(), messages);
        addCount(parts, "train.labels.only-before", difference.picturesOnlyBefore(), messages);
        addCount(parts, "train.labels.only-after", difference.picturesOnlyAfter(), messages);
        return String.join("; ", parts);
    }

    private static void addCount(List<String> parts, String key, int count, Messages messages) {
        if (count > 0) {
            parts.add(messages.text(key, count));
        }
    }
}
