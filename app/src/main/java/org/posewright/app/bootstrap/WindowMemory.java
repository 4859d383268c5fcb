package org.posewright.app.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.ImageKey;
import org.posewright.app.theme.ThemeService;
import org.posewright.runtime.DeviceRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the window where it was and notes where it is. */
final class WindowMemory {

    private static final Logger LOG = LoggerFactory.getLogger(WindowMemory.class);
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 620;
    private static final double FIRST_SHARE = 0.94;

    private final SettingsStore settings;
    private final EditorModels models;
    private final ThemeService theme;
    private final EditorScreen editor;
    private @Nullable Stage stage;
    private String datasetPath = "";

    WindowMemory(SettingsStore settings, EditorModels models, ThemeService theme, EditorScreen editor) {
        this.settings = settings;
        this.models = models;
        this.theme = theme;
        this.editor = editor;
        Settings before = settings.get();
        models.predictions().confidenceProperty().set(before.model().confidence());
        models.predictions().iouProperty().set(before.model().iou());
        models.models().deviceProperty().set(device(before.model().device()));
        theme.themeProperty()
                .subscribe(
                        chosen -> settings.update(s -> s.withTheme(chosen.name().toLowerCase(Locale.ROOT))));
        models.opening().onOpened(this::opened);
        models.workspace().imageProperty().subscribe(this::noteImage);
        models.models().modelProperty().subscribe(model -> {
            if (model != null) {
                noteModel();
            }
        });
    }

    /** Explicit bounds, always: without them some window systems open a window of no size. */
    void place(Stage window) {
        stage = window;
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        window.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        window.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        Settings.WindowBounds before = settings.get().window();
        boolean visible = before != null
                && !Screen.getScreensForRectangle(before.x(), before.y(), before.width(), before.height())
                        .isEmpty();
        if (before != null && visible) {
            bounds(window, before.x(), before.y(), before.width(), before.height());
            window.setMaximized(before.maximized());
            return;
        }
        boolean small = screen.getWidth() <= 1500;
        double width = small ? screen.getWidth() : screen.getWidth() * FIRST_SHARE;
        double height = small ? screen.getHeight() : screen.getHeight() * FIRST_SHARE;
        bounds(
                window,
                screen.getMinX() + (screen.getWidth() - width) / 2,
                screen.getMinY() + (screen.getHeight() - height) / 2,
                width,
                height);
    }

    /** Opens the model of last time, if its file is still there. */
    void reopenModel() {
        String file = settings.get().model().file();
        if (!file.isEmpty() && Files.isRegularFile(Path.of(file))) {
            models.models().open(Path.of(file));
        }
    }

    void keep() {
        Stage window = stage;
        if (window != null) {
            settings.update(s -> s.withWindow(new Settings.WindowBounds(
                    window.getX(), window.getY(), window.getWidth(), window.getHeight(), window.isMaximized())));
        }
        settings.update(s -> s.withLayout(editor.layout(s.layout())));
        noteModel();
        try {
            settings.flush();
        } catch (IOException unwritable) {
            LOG.warn("settings are not kept: {}", unwritable.toString());
        }
    }

    private void opened(Path path) {
        datasetPath = path.toAbsolutePath().normalize().toString();
        settings.update(s -> s.withRecent(datasetPath));
        String last = settings.get().lastImages().get(datasetPath);
        if (last != null) {
            ImageKey key = new ImageKey(last);
            models.workspace().session().flatMap(s -> s.entry(key)).ifPresent(entry -> {
                models.browser().splitProperty().set(entry.split());
                models.workspace().imageProperty().set(key);
            });
        }
    }

    private void noteImage(@Nullable ImageKey key) {
        if (key != null
                && !datasetPath.isEmpty()
                && models.workspace().session().isPresent()) {
            settings.update(s -> s.withLastImage(datasetPath, key.path()));
        }
    }

    private void noteModel() {
        String file = models.models().file().map(Path::toString).orElse("");
        settings.update(s -> s.withModel(new Settings.Model(
                file,
                models.models().deviceProperty().get().name().toLowerCase(Locale.ROOT),
                models.predictions().confidenceProperty().get(),
                models.predictions().iouProperty().get())));
    }

    private static DeviceRequest device(String name) {
        try {
            return DeviceRequest.parse(name);
        } catch (IllegalArgumentException unknown) {
            return DeviceRequest.AUTO;
        }
    }

    private static void bounds(Stage window, double x, double y, double width, double height) {
        window.setX(x);
        window.setY(y);
        window.setWidth(width);
        window.setHeight(height);
    }
}
