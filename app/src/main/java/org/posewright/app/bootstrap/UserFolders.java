package org.posewright.app.bootstrap;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Where the program keeps what belongs to the person.
 *
 * @param settings small and worth keeping
 * @param data journals of read-only datasets, run folders
 * @param cache can be deleted at any time
 */
public record UserFolders(Path settings, Path data, Path cache) {

    /** The customs of the operating system; the property {@code posewright.home} or the environment variable
     * {@code POSEWRIGHT_HOME} puts everything into one folder, for tests and sticks. */
    public static UserFolders ofThisUser() {
        Path own = environment("POSEWRIGHT_HOME", Path.of(""));
        String property = System.getProperty("posewright.home", own.toString());
        if (!property.isEmpty()) {
            Path home = Path.of(property).toAbsolutePath();
            return new UserFolders(home, home.resolve("data"), home.resolve("cache"));
        }
        Path home = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            Path roaming =
                    environment("APPDATA", home.resolve("AppData/Roaming")).resolve("Posewright");
            Path local =
                    environment("LOCALAPPDATA", home.resolve("AppData/Local")).resolve("Posewright");
            return new UserFolders(roaming, local.resolve("data"), local.resolve("cache"));
        }
        if (system.contains("mac")) {
            Path support = home.resolve("Library/Application Support/Posewright");
            return new UserFolders(support, support.resolve("data"), home.resolve("Library/Caches/Posewright"));
        }
        return new UserFolders(
                environment("XDG_CONFIG_HOME", home.resolve(".config")).resolve("posewright"),
                environment("XDG_DATA_HOME", home.resolve(".local/share")).resolve("posewright"),
                environment("XDG_CACHE_HOME", home.resolve(".cache")).resolve("posewright"));
    }

    public Path settingsFile() {
        return settings.resolve("settings.json");
    }

    private static Path environment(String name, Path otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : Path.of(value);
    }
}
