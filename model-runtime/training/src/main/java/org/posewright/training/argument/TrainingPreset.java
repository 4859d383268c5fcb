package org.posewright.training.argument;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Named sets of defaults for common purposes. */
public enum TrainingPreset {
    /**
     * A good model learns from some dozens of corrected pictures without forgetting what it knows: all but the last layers are frozen, batch
     * normalisation keeps its statistics, steps are small, pictures vary little, and the starting weights stay the best until an
     * epoch beats them. Figures: decision record 0704.
     */
    CORRECTION;

    /**
     * @throws ArgumentException if there is no such preset
     */
    public static TrainingPreset of(String name) {
        for (TrainingPreset preset : values()) {
            if (preset.name().equals(name.toUpperCase(Locale.ROOT))) {
                return preset;
            }
        }
        throw new ArgumentException("there is no preset '" + name + "'; use preset=correction or none");
    }

    /** What the preset changes, as typed arguments. */
    public Map<String, String> arguments() {
        Map<String, String> changed = new LinkedHashMap<>();
        changed.put("epochs", "10");
        changed.put("baseline", "true");
        changed.put("freeze", "22");
        changed.put("freeze_bn", "true");
        changed.put("optimizer", "AdamW");
        changed.put("lr0", "0.0001");
        changed.put("lrf", "0.1");
        changed.put("momentum", "0.9");
        changed.put("warmup_bias_lr", "0.0");
        changed.put("nbs", "16");
        changed.put("mosaic", "0.0");
        changed.put("close_mosaic", "0");
        changed.put("scale", "0.25");
        changed.put("translate", "0.05");
        changed.put("hsv_s", "0.4");
        changed.put("hsv_v", "0.25");
        return changed;
    }
}
