package org.posewright.app.bootstrap;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window's life: what is remembered is read before the toolkit needs it, and one handler hears of all bugs. */
public final class PosewrightApp extends Application {

    private static final Logger LOG = LoggerFactory.getLogger(PosewrightApp.class);

    private UserFolders folders = UserFolders.ofThisUser();
    private Settings settings = Settings.DEFAULT;
    private @Nullable CompositionRoot root;

    @Override
    public void init() {
        folders = UserFolders.ofThisUser();
        settings = SettingsStore.read(folders.settingsFile());
    }

    @Override
    public void start(Stage stage) {
        CompositionRoot made = new CompositionRoot(stage, folders, settings);
        root = made;
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> handle(made, thread, bug));
        Thread.currentThread().setUncaughtExceptionHandler((thread, bug) -> handle(made, thread, bug));
        stage.show();
        List<String> paths = getParameters().getUnnamed();
        paths.forEach(path -> made.open(Path.of(path)));
        if (paths.stream().map(Path::of).noneMatch(FileActions::isModel)) {
            made.resume();
        }
    }

    @Override
    public void stop() {
        CompositionRoot made = root;
        if (made != null) {
            made.close();
        }
    }

    private static void handle(CompositionRoot root, Thread thread, Throwable bug) {
        LOG.error("uncaught in {}", thread.getName(), bug);
        root.reportBug(bug);
    }
}
