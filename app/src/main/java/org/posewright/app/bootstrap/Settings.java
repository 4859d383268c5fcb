package org.posewright.app.bootstrap;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the window remembers; immutable, with defaults for everything an older file lacks.
 *
 * @param recent paths of datasets, last opened first
 * @param lastImages path of a dataset to key of the picture that was looked at
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Settings(
        @Nullable WindowBounds window,
        String theme,
        Layout layout,
        List<String> recent,
        Map<String, String> lastImages,
        Model model,
        Preferences preferences) {

    private static final int RECENT_KEPT = 10;

    /** Where the window was, in screen units. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record WindowBounds(double x, double y, double width, double height, boolean maximized) {}

    /** How the editor is divided. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Layout(double browserWidth, double inspectorWidth, boolean fit) {}

    /** The model that was open; an empty file means none. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Model(String file, String device, double confidence, double iou) {}

    public static final Settings DEFAULT = new Settings(
            null,
            "dark",
            new Layout(290, 356, true),
            List.of(),
            Map.of(),
            new Model("", "auto", 0.25, 0.7),
            Preferences.DEFAULT);

    public Settings {
        theme = theme == null ? "dark" : theme;
        layout = layout == null ? new Layout(290, 356, true) : layout;
        recent = recent == null ? List.of() : List.copyOf(recent);
        lastImages = lastImages == null ? Map.of() : Map.copyOf(lastImages);
        model = model == null ? new Model("", "auto", 0.25, 0.7) : model;
        preferences = preferences == null ? Preferences.DEFAULT : preferences;
    }

    public Settings withPreferences(Preferences newPreferences) {
        return new Settings(window, theme, layout, recent, lastImages, model, newPreferences);
    }

    public Settings withWindow(WindowBounds bounds) {
        return new Settings(bounds, theme, layout, recent, lastImages, model, preferences);
    }

    public Settings withTheme(String name) {
        return new Settings(window, name, layout, recent, lastImages, model, preferences);
    }

    public Settings withLayout(Layout newLayout) {
        return new Settings(window, theme, newLayout, recent, lastImages, model, preferences);
    }

    public Settings withModel(Model newModel) {
        return new Settings(window, theme, layout, recent, lastImages, newModel, preferences);
    }

    /** A dataset was opened: it comes first. */
    public Settings withRecent(String path) {
        List<String> paths = new ArrayList<>(recent);
        paths.remove(path);
        paths.add(0, path);
        return new Settings(
                window,
                theme,
                layout,
                paths.subList(0, Math.min(RECENT_KEPT, paths.size())),
                lastImages,
                model,
                preferences);
    }

    public Settings withLastImage(String dataset, String image) {
        Map<String, String> images = new LinkedHashMap<>(lastImages);
        images.put(dataset, image);
        images.keySet().removeIf(path -> !recent.contains(path) && !path.equals(dataset));
        return new Settings(window, theme, layout, recent, images, model, preferences);
    }
}
