package org.posewright.app.viewmodel.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.download.ModelCatalog;
import org.posewright.app.figures.CountedNetwork;
import org.posewright.app.figures.MeasurementFile;
import org.posewright.app.figures.ModelMeasurement;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskService;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.browser.BrowserViewModel;
import org.posewright.app.viewmodel.model.ModelViewModel;
import org.posewright.app.viewmodel.session.Workspace;

/** Figures of the official models, the open one, and all that were measured here before. */
public final class ModelFiguresViewModel {

    /** What the window shows and what is open in it. */
    public record Scope(Workspace workspace, ModelViewModel models, BrowserViewModel browser) {}

    @FunctionalInterface
    private interface Measuring {
        ModelMeasurement run(
                MeasuringJobs.Subject subject,
                ModelMeasurement before,
                ProgressListener progress,
                CancellationToken token)
                throws IOException;
    }

    private final Scope scope;
    private final TaskService tasks;
    private final MeasuringJobs jobs;
    private final MeasurementFile file;
    private final Messages messages;
    private final BiConsumer<String, Throwable> onFailure;
    private final List<ModelMeasurement> measurements = new ArrayList<>();
    private final ReadOnlyObjectWrapper<List<ModelRow>> rows = new ReadOnlyObjectWrapper<>(this, "rows", List.of());
    private final ReadOnlyBooleanWrapper measuring = new ReadOnlyBooleanWrapper(this, "measuring");
    private List<ModelRow> official = List.of();

    /**
     * @param onFailure told what failed and why
     */
    public ModelFiguresViewModel(
            Scope scope,
            TaskService tasks,
            org.posewright.app.inference.ModelOpener opener,
            MeasurementFile file,
            Messages messages,
            BiConsumer<String, Throwable> onFailure) {
        this.scope = scope;
        this.tasks = tasks;
        this.jobs = new MeasuringJobs(opener);
        this.file = file;
        this.messages = messages;
        this.onFailure = onFailure;
        scope.models().modelProperty().subscribe(this::refresh);
    }

    public ReadOnlyObjectProperty<List<ModelRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** Whether a measurement is under way. */
    public ReadOnlyBooleanProperty measuringProperty() {
        return measuring.getReadOnlyProperty();
    }

    /** Whether there is something to measure and to measure on. */
    public boolean canMeasure() {
        return scope.models().file().isPresent()
                && scope.workspace().session().isPresent()
                && !scope.browser().entries().isEmpty();
    }

    /** Reads what was measured before and counts the official networks; rows follow. */
    public void load(ModelCatalog catalog) {
        Supplier<List<ModelRow>> count = () -> catalog.entries().stream()
                .map(entry -> new ModelRow(entry.name(), entry, CountedNetwork.of(entry), null, false))
                .collect(Collectors.toUnmodifiableList());
        record Loaded(List<ModelRow> official, List<ModelMeasurement> measured) {}
        tasks.submit(TaskRequest.<Loaded>quiet(Lane.IO, (progress, token) -> new Loaded(count.get(), file.read()))
                .onSuccess(loaded -> {
                    official = loaded.official();
                    measurements.clear();
                    measurements.addAll(loaded.measured());
                    refresh();
                })
                .onFailure(failure -> onFailure.accept(messages.text("error.measure"), failure)));
    }

    /** Takes the time of each stage on about twenty pictures of the listed ones. */
    public void measureTimes() {
        measure("task.measure-times", jobs::times);
    }

    /** Measures COCO AP on the listed pictures' saved labels. */
    public void measureAccuracy() {
        measure("task.measure-accuracy", jobs::accuracy);
    }

    private void measure(String titleKey, Measuring work) {
        if (measuring.get() || !canMeasure()) {
            return;
        }
        Path model = scope.models().file().orElseThrow();
        String name = stem(model);
        String split = scope.browser().splitProperty().get();
        List<ImageEntry> entries = scope.browser().entries();
        MeasuringJobs.Subject subject = new MeasuringJobs.Subject(
                model,
                scope.models().deviceProperty().get(),
                scope.workspace().session().orElseThrow().source(),
                entries,
                split == null ? messages.text("browser.all") : split);
        Optional<ModelMeasurement> before = find(model);
        List<ModelMeasurement> others = measurements.stream()
                .filter(m -> !m.file().equals(model.toString()))
                .toList();
        measuring.set(true);
        tasks.submit(
                TaskRequest.<ModelMeasurement>shown(messages.text(titleKey, name), Lane.BATCH, (progress, token) -> {
                            ModelMeasurement known = before.orElseGet(() -> MeasuringJobs.unmeasured(name, model));
                            ModelMeasurement found = work.run(subject, known, progress, token);
                            List<ModelMeasurement> all = new ArrayList<>(others);
                            all.add(found);
                            file.write(all);
                            return found;
                        })
                        .onSuccess(this::measured)
                        .onFailure(failure -> {
                            measuring.set(false);
                            onFailure.accept(messages.text("error.measure"), failure);
                        })
                        .onCancelled(() -> measuring.set(false)));
    }

    private void measured(ModelMeasurement found) {
        measuring.set(false);
        measurements.removeIf(m -> m.file().equals(found.file()));
        measurements.add(found);
        refresh();
    }

    private Optional<ModelMeasurement> find(Path model) {
        return measurements.stream()
                .filter(m -> m.file().equals(model.toString()))
                .findFirst();
    }

    private void refresh() {
        Optional<Path> open = scope.models().file();
        List<ModelRow> all = new ArrayList<>();
        List<ModelMeasurement> left = new ArrayList<>(measurements);
        open.filter(path -> find(path).isEmpty())
                .ifPresent(path -> left.add(new ModelMeasurement(stem(path), path.toString(), null, null, "", null)));
        for (ModelRow row : official) {
            List<ModelMeasurement> mine =
                    left.stream().filter(m -> m.name().equals(row.name())).toList();
            left.removeAll(mine);
            if (mine.isEmpty()) {
                all.add(row);
            }
            mine.forEach(m -> all.add(new ModelRow(row.name(), row.published(), row.counted(), m, isOpen(open, m))));
        }
        left.forEach(m -> all.add(new ModelRow(m.name(), null, m.counted(), m, isOpen(open, m))));
        rows.set(List.copyOf(all));
    }

    private static boolean isOpen(Optional<Path> open, ModelMeasurement measurement) {
        return open.map(Path::toString).filter(measurement.file()::equals).isPresent();
    }

    private static String stem(Path path) {
        return String.valueOf(path.getFileName()).replaceFirst("\\.[^.]*$", "");
    }
}
