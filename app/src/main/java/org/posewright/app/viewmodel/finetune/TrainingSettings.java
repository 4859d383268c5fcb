package org.posewright.app.viewmodel.finetune;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.posewright.training.TrainingPlan;
import org.posewright.training.argument.ArgumentCatalog;
import org.posewright.training.argument.ArgumentException;
import org.posewright.training.argument.TrainingArguments;
import org.posewright.training.argument.TrainingPreset;

/** The arguments of the dialog by their names; only what differs from the defaults is handed on. */
public final class TrainingSettings {

    private static final List<String> RUN =
            List.of("epochs", "imgsz", "batch", "lr0", "optimizer", "freeze", "patience", "device", "threads", "seed");
    private static final List<String> AUGMENTATION = List.of(
            "mosaic",
            "close_mosaic",
            "mixup",
            "fliplr",
            "flipud",
            "degrees",
            "translate",
            "scale",
            "shear",
            "perspective",
            "hsv_h",
            "hsv_s",
            "hsv_v");

    /** Which values the fields start from. */
    public enum Preset {
        /** Small steps for small sets of corrected pictures. */
        CORRECTION,
        /** The reference's defaults. */
        REFERENCE
    }

    private final Map<String, SettingField> fields = new LinkedHashMap<>();
    private final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(this, "preset", Preset.CORRECTION);
    private boolean isPresetChosen;
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper(this, "revision");

    public TrainingSettings() {
        for (String name : RUN) {
            fields.put(name, new SettingField(ArgumentCatalog.get(name)));
        }
        for (String name : AUGMENTATION) {
            fields.put(name, new SettingField(ArgumentCatalog.get(name)));
        }
        // The window stays fluent when the trainer leaves it a core.
        int cores = Runtime.getRuntime().availableProcessors();
        field("threads").suggest(cores > 1 ? Integer.toString(cores - 1) : null);
        preset.subscribe(this::presetChanged);
        isPresetChosen = false;
        fields.values().forEach(field -> field.textProperty().subscribe(() -> revision.set(revision.get() + 1)));
    }

    public ObjectProperty<Preset> presetProperty() {
        return preset;
    }

    /** Counts changes of any field. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    public SettingField field(String name) {
        SettingField field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("the dialog has no field " + name);
        }
        return field;
    }

    /** Fields of the run itself, in order. */
    public List<SettingField> runFields() {
        return RUN.stream().map(this::field).toList();
    }

    public List<SettingField> augmentationFields() {
        return AUGMENTATION.stream().map(this::field).toList();
    }

    /** Proposes a preset to a person who has chosen none. */
    void suggest(Preset wanted) {
        if (!isPresetChosen) {
            preset.set(wanted);
            isPresetChosen = false;
        }
    }

    /** Proposes the side that pictures had when the model was trained; empty for the trainer's own. */
    void suggestImageSize(OptionalInt side) {
        field("imgsz").suggest(side.isPresent() ? Integer.toString(side.getAsInt()) : null);
    }

    /** What the trainer is told beyond its defaults. */
    public Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        if (preset.get() == Preset.CORRECTION) {
            words.put("preset", "correction");
        }
        for (SettingField field : fields.values()) {
            if (field.isTold()) {
                words.put(field.name(), field.textProperty().get().strip());
            }
        }
        return words;
    }

    /**
     * All arguments with what is typed.
     *
     * @throws ArgumentException if something typed is not possible
     */
    public TrainingArguments arguments() {
        return TrainingArguments.of(words());
    }

    /** Sentences on what is not possible; none when all is well. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        fields.values().stream()
                .map(field -> field.problemProperty().get())
                .filter(problem -> !problem.isEmpty())
                .forEach(problems::add);
        if (problems.isEmpty()) {
            try {
                new TrainingPlan(arguments());
            } catch (ArgumentException together) {
                problems.add(String.valueOf(together.getMessage()));
            }
        }
        return problems;
    }

    private void presetChanged(Preset wanted) {
        isPresetChosen = true;
        Map<String, String> values = wanted == Preset.CORRECTION ? TrainingPreset.CORRECTION.arguments() : Map.of();
        for (SettingField field : fields.values()) {
            field.setUntold(values.getOrDefault(field.name(), field.spec().defaultText()));
        }
        revision.set(revision.get() + 1);
    }
}
