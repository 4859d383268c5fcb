package org.posewright.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.posewright.app.fx.FxWait.onFx;
import static org.posewright.app.fx.FxWait.until;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.action.UiAction;
import org.posewright.app.bootstrap.CompositionRoot;
import org.posewright.app.bootstrap.Preferences;
import org.posewright.app.bootstrap.Settings;
import org.posewright.app.dialog.ContentDialog;
import org.posewright.app.dialog.DialogService;
import org.posewright.app.dialog.FxDialogService;
import org.posewright.app.fx.HeadlessFx;
import org.posewright.app.sample.BundledSample;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Goes to every screen, every page and, by running every command, every dialog of a window of 1024 × 700, and looks at all controls:
 * each has an accessible name, and no words are cut off. With {@code -Dposewright.pictures=FOLDER} it leaves a picture of each there,
 * for somebody to look at.
 */
@ExtendWith(HeadlessFx.class)
class EveryScreenTest {

    private static final double WIDTH = 1024;
    private static final double HEIGHT = 700;
    private static final long PATIENCE_SECONDS = 60;

    /** They end the window or the dataset that the others need. */
    private static final Set<String> LEFT_OUT = Set.of("file.quit", "file.close", "file.open-sample");

    @TempDir
    Path folder;

    /** What was found, by control, with the first place where it was seen. */
    private final Map<String, String> nameless = new LinkedHashMap<>();

    private final Map<String, String> clipped = new LinkedHashMap<>();
    private final Set<String> dialogsSeen = new LinkedHashSet<>();
    private final Set<String> screensSeen = new LinkedHashSet<>(Set.of("editor"));
    private String looks = "";
    private StoryWindow window;
    private CompositionRoot root;
    private Stage stage;

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @ParameterizedTest
    @CsvSource({"en, dark", "de, light", "zh, dark"})
    void everyControlHasANameAndAllItsWords(String language, String theme) throws Exception {
        Path set = new BundledSample(folder).unpacked(ProgressListener.NONE, CancellationToken.NONE);
        looks = language + "-" + theme;
        start(language, theme);
        audit("welcome");
        onFx(() -> {
            root.open(set);
            return true;
        });
        until(PATIENCE_SECONDS, () -> root.models().editor().sceneProperty().get() != null);
        audit("editor");
        List<UiAction> actions = onFx(() -> root.actions().all());
        for (UiAction action : actions) {
            if (!LEFT_OUT.contains(action.id())) {
                run(action);
            }
        }
        lookAtSavePreview();
        SoftAssertions.assertSoftly(all -> {
            all.assertThat(nameless.values()).as("controls without a name").isEmpty();
            all.assertThat(clipped.values()).as("words cut off").isEmpty();
        });
        assertThat(screensSeen).contains("editor", "compare", "training", "problems");
        assertThat(dialogsSeen)
                .contains(
                        "file.get-coco",
                        "model.get",
                        "model.figures",
                        "model.thresholds",
                        "evaluate.oks",
                        "file.save",
                        "file.export",
                        "train.fine-tune",
                        "help.palette",
                        "help.shortcuts",
                        "help.remap",
                        "help.guide",
                        "help.about");
    }

    private void start(String language, String theme) throws Exception {
        Settings settings = Settings.DEFAULT
                .withTheme(theme)
                .withWindow(new Settings.WindowBounds(0, 0, WIDTH, HEIGHT, false))
                .withPreferences(new Preferences(language, Map.of(), Preferences.DEFAULT.addresses()));
        window = StoryWindow.open(
                folder.resolve("home"),
                settings,
                (owner, themes, messages) -> new NoChoosers(new FxDialogService(owner, themes, messages)));
        root = window.root();
        stage = window.stage();
    }

    /** Runs a command; dialogs that it opens are looked at from inside their own event loop and closed. */
    private void run(UiAction action) throws Exception {
        boolean ran = onFx(() -> {
            if (!Boolean.TRUE.equals(action.enabled().getValue())) {
                return false;
            }
            Platform.runLater(() -> lookAtDialogs(action.id()));
            action.run();
            return true;
        });
        if (ran) {
            WaitForAsyncUtils.waitForFxEvents();
            audit(action.id());
            if (onFx(() -> stage.getScene().getRoot().lookup(".problem-table") != null)) {
                screensSeen.add("problems");
            }
            for (ToggleButton page : onFx(this::pagesOfANewScreen)) {
                onFx(() -> {
                    page.fire();
                    return true;
                });
                audit(action.id() + " / " + page.getText());
            }
        }
    }

    /** The preview comes up when the difference to the files has been worked out. */
    private void lookAtSavePreview() throws Exception {
        onFx(() -> {
            PersonInstance person =
                    root.models().editor().record().orElseThrow().people().get(0);
            int point = 0;
            while (!person.keypoints().isLabeled(point)) {
                point++;
            }
            root.models().commands().moveKeypoint(person.id(), point, 10, 10);
            return true;
        });
        until(PATIENCE_SECONDS, () -> root.models().status().hasUnsaved());
        onFx(() -> {
            Platform.runLater(root.actions().get("file.save")::run);
            return true;
        });
        until(PATIENCE_SECONDS, () -> Window.getWindows().stream()
                .anyMatch(window -> window != stage && window instanceof Stage));
        onFx(() -> {
            lookAtDialogs("file.save");
            return true;
        });
    }

    private List<ToggleButton> pagesOfANewScreen() {
        List<ToggleButton> pages = new ArrayList<>();
        boolean isNew = screensSeen.add(root.models().shell().screenProperty().get());
        for (Node node : stage.getScene().getRoot().lookupAll(".tool-row .toggle-button")) {
            if (isNew && node instanceof ToggleButton button && button.getToggleGroup() != null) {
                pages.add(button);
            }
        }
        return pages;
    }

    private void lookAtDialogs(String id) {
        List<Window> others = List.copyOf(Window.getWindows()).stream()
                .filter(window -> window != stage && window instanceof Stage)
                .toList();
        for (Window window : others) {
            dialogsSeen.add(id);
            lookAt("dialog of " + id, window);
            if (window.getWidth() > WIDTH || window.getHeight() > HEIGHT) {
                clipped.put(id, "dialog of " + id + " is " + window.getWidth() + " × " + window.getHeight());
            }
            window.hide();
        }
    }

    private void audit(String place) throws Exception {
        onFx(() -> {
            lookAt(place, stage);
            return true;
        });
    }

    private void lookAt(String place, Window window) {
        SceneAudit audit = new SceneAudit(window.getScene());
        audit.nameless().forEach(found -> nameless.putIfAbsent(found, place + ": " + found));
        audit.clipped().forEach(found -> clipped.putIfAbsent(found, place + ": " + found));
        String pictures = System.getProperty("posewright.pictures", "");
        if (!pictures.isEmpty()) {
            audit.picture(Path.of(pictures, looks, place.replaceAll("[^\\p{L}\\d.]+", "-") + ".png"));
        }
    }

    /** The real dialogs, but nobody chooses a file: the system's own choosers cannot be closed from here. */
    private record NoChoosers(DialogService real) implements DialogService {
        @Override
        public Optional<Path> chooseFolder(String title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseFile(String title, List<FileKind> kinds) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseSaveFile(String title, String suggestedName, List<FileKind> kinds) {
            return Optional.empty();
        }

        @Override
        public Optional<String> askText(String title, String prompt, String initial, String confirm) {
            return real.askText(title, prompt, initial, confirm);
        }

        @Override
        public Optional<Integer> choose(Question question) {
            return real.choose(question);
        }

        @Override
        public void tell(Severity severity, String title, String sentence, String details) {
            real.tell(severity, title, sentence, details);
        }

        @Override
        public void notify(String title, String sentence) {
            // Notes fade by themselves.
        }

        @Override
        public boolean show(ContentDialog dialog) {
            return real.show(dialog);
        }
    }
}
