package org.posewright.app.dialog;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where choosers of folders and files begin. Each begins where it was used last, otherwise beside the dataset opened last, otherwise at
 * home: GTK's own choice is a list of recent files, where no folder can be chosen until one goes elsewhere.
 */
final class ChooserPlaces {

    private final File home;
    private final Map<String, File> byPurpose = new HashMap<>();
    private @Nullable File offered;

    ChooserPlaces(File home) {
        this.home = home;
    }

    /** A chooser that was not used yet begins here. */
    void startIn(Path folder) {
        offered = folder.toFile();
    }

    /** Something was chosen; the folder that it lies in is where this chooser begins next time. */
    void chosen(String purpose, File file) {
        File folder = file.getAbsoluteFile().getParentFile();
        if (folder != null) {
            byPurpose.put(purpose, folder);
        }
    }

    /** An existing folder; null leaves it to the system. */
    @Nullable
    File start(String purpose) {
        return Stream.of(byPurpose.get(purpose), offered, home)
                .filter(Objects::nonNull)
                .filter(File::isDirectory)
                .findFirst()
                .orElse(null);
    }
}
