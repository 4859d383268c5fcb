package org.posewright.app.bootstrap;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskService;
import org.posewright.app.task.TaskSlot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings in a JSON file of the user's. Reading happens before the window is there, writing in the io lane. */
public final class SettingsStore {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;
    private final TaskSlot writing;
    private final ReadOnlyObjectWrapper<Settings> settings;

    public SettingsStore(Path file, Settings initial, TaskService tasks) {
        this.file = file;
        this.writing = new TaskSlot(tasks);
        this.settings = new ReadOnlyObjectWrapper<>(this, "settings", initial);
    }

    /** Reads a settings file; defaults where there is none or it cannot be understood. */
    public static Settings read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Settings.DEFAULT;
        }
        try {
            return JSON.readValue(file.toFile(), Settings.class);
        } catch (IOException damaged) {
            LOG.warn("{} cannot be read ({}); the window starts with defaults", file, damaged.getMessage());
            return Settings.DEFAULT;
        }
    }

    public Settings get() {
        return settings.get();
    }

    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** Changes the settings; the file follows in the background. */
    public void update(UnaryOperator<Settings> change) {
        Settings now = change.apply(settings.get());
        if (!now.equals(settings.get())) {
            settings.set(now);
            writing.submit(TaskRequest.<Boolean>quiet(Lane.JOURNAL, (progress, token) -> {
                        write(file, now);
                        return true;
                    })
                    .onFailure(failure -> LOG.warn("settings are not kept: {}", failure.toString())));
        }
    }

    /** Writes at once, when the window closes. */
    public void flush() throws IOException {
        write(file, settings.get());
    }

    private static synchronized void write(Path file, Settings settings) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        JSON.writeValue(temporary.toFile(), settings);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
