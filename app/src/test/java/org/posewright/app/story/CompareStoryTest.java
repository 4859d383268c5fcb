package org.posewright.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.posewright.app.fx.FxWait.onFx;
import static org.posewright.app.fx.FxWait.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.model.Keypoints;
import org.posewright.app.bootstrap.CompositionRoot;
import org.posewright.app.bootstrap.Settings;
import org.posewright.app.dialog.ContentDialog;
import org.posewright.app.dialog.DialogService;
import org.posewright.app.fx.HeadlessFx;
import org.posewright.app.viewmodel.SmallDataset;
import org.posewright.app.viewmodel.shell.ShellViewModel;

/** The whole window, headless: evaluate a results file, see the exchanged hips, mend them by one key, go on by hand. */
@ExtendWith(HeadlessFx.class)
class CompareStoryTest {

    private static final int LEFT_HIP = 11;
    private static final int RIGHT_HIP = 12;
    private static final long PATIENCE_SECONDS = 30;
    private static final double LOW_WINDOW = 700;

    @TempDir
    Path folder;

    private final Answers dialogs = new Answers();
    private StoryWindow window;
    private CompositionRoot root;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        SmallDataset.write(folder.resolve("set"));
        window = StoryWindow.open(folder.resolve("home"), Settings.DEFAULT, (owner, theme, messages) -> dialogs);
        root = window.root();
        stage = window.stage();
        onFx(() -> {
            root.open(folder.resolve("set"));
            return true;
        });
        until(PATIENCE_SECONDS, () -> root.models().editor().sceneProperty().get() != null);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
        assertThat(dialogs.complaints).isEmpty();
    }

    @Test
    void exchangedHipsAreMendedByOneKey() throws Exception {
        Keypoints label = points();
        Files.writeString(folder.resolve("results.json"), swappedHips(label));
        onFx(() -> {
            root.actions().get("evaluate.results").run();
            return true;
        });
        until(PATIENCE_SECONDS, () -> list().getItems().size() == 3);
        assertThat(root.models().shell().screenProperty().get()).isEqualTo("compare");
        onFx(() -> {
            list().getSelectionModel().select(inversionRow());
            return true;
        });
        press(KeyCode.S);
        until(PATIENCE_SECONDS, () -> points().x(LEFT_HIP) == label.x(RIGHT_HIP));
        until(PATIENCE_SECONDS, () -> list().getItems().size() == 2);
        press(KeyCode.DIGIT1);
        Path verdicts = folder.resolve("set/.posewright/verdicts.tsv");
        until(
                PATIENCE_SECONDS,
                () -> Files.exists(verdicts) && Files.readString(verdicts).startsWith("LABEL_WRONG\t"));
        press(KeyCode.E);
        assertThat(root.models().shell().screenProperty().get()).isEqualTo(ShellViewModel.EDITOR);
    }

    @Test
    void keysReachTheQueueWhereverTheFocusIs() throws Exception {
        Files.writeString(folder.resolve("results.json"), swappedHips(points()));
        onFx(() -> {
            root.actions().get("evaluate.results").run();
            return true;
        });
        until(PATIENCE_SECONDS, () -> list().getItems().size() == 3);
        onFx(() -> {
            list().getSelectionModel().select(0);
            Node menu = stage.getScene().lookup(".menu-bar");
            menu.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.N, false, false, false, false));
            return true;
        });
        until(PATIENCE_SECONDS, () -> list().getSelectionModel().getSelectedIndex() == 1);
    }

    @Test
    void everyControlOfThePagesHasAnAccessibleName() throws Exception {
        onFx(() -> {
            root.actions().get("evaluate.queue").run();
            return true;
        });
        List<String> nameless = onFx(() -> {
            stage.getScene().getRoot().applyCss();
            List<String> found = new ArrayList<>();
            for (Node node : stage.getScene().getRoot().lookupAll("*")) {
                boolean control = node instanceof Slider
                        || node instanceof ListView<?>
                        || node instanceof ComboBoxBase<?>
                        || node instanceof ButtonBase button
                                && (button.getText() == null || button.getText().isEmpty());
                boolean skin = node.getStyleClass().stream()
                        .anyMatch(style -> style.equals("list-view") && "list-view".equals(node.getId())
                                || style.contains("arrow")
                                || style.contains("increment")
                                || style.contains("decrement"));
                if (control
                        && !skin
                        && (node.getAccessibleText() == null
                                || node.getAccessibleText().isBlank())) {
                    found.add(node.toString());
                }
            }
            return found;
        });
        assertThat(nameless).isEmpty();
    }

    /** The cards give way in a low window, rather than pushing the status row out of it. */
    @Test
    void statusRowStaysInALowWindow() throws Exception {
        Files.writeString(folder.resolve("results.json"), swappedHips(points()));
        onFx(() -> {
            stage.setWidth(1024);
            stage.setHeight(LOW_WINDOW);
            root.actions().get("evaluate.results").run();
            return true;
        });
        until(PATIENCE_SECONDS, () -> list().getItems().size() == 3);
        Bounds row = onFx(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            Node status = stage.getScene().lookup(".status-row");
            return status.localToScene(status.getLayoutBounds());
        });
        assertThat(row.getMaxY()).isLessThanOrEqualTo(LOW_WINDOW + 0.5);
    }

    private int inversionRow() {
        for (int i = 0; i < list().getItems().size(); i++) {
            if (list().getItems().get(i).toString().contains("kind=INVERSION")) {
                return i;
            }
        }
        throw new AssertionError("no inversion among " + list().getItems());
    }

    private ListView<?> list() {
        return (ListView<?>) stage.getScene().lookup(".compare .case-list");
    }

    private Keypoints points() {
        var session = root.models().workspace().session().orElseThrow();
        return session.store()
                .get(session.store().keys().get(0))
                .people()
                .get(0)
                .keypoints();
    }

    private static String swappedHips(Keypoints label) {
        Keypoints swapped = label.with(LEFT_HIP, label.get(RIGHT_HIP)).with(RIGHT_HIP, label.get(LEFT_HIP));
        StringBuilder text = new StringBuilder("[{\"image_id\":\"a\",\"category_id\":1,\"keypoints\":[");
        for (int k = 0; k < swapped.size(); k++) {
            text.append(k == 0 ? "" : ",")
                    .append(swapped.x(k))
                    .append(',')
                    .append(swapped.y(k))
                    .append(",1");
        }
        return text.append("],\"score\":0.9}]").toString();
    }

    private void press(KeyCode code) throws Exception {
        onFx(() -> {
            Node target = stage.getScene().lookup(".compare .pose-canvas-glass");
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            return true;
        });
    }

    /** Chooses the results file, confirms everything, remembers complaints. */
    private final class Answers implements DialogService {
        private final List<String> complaints = new ArrayList<>();

        @Override
        public Optional<Path> chooseFolder(String title) {
            return Optional.of(folder);
        }

        @Override
        public Optional<Path> chooseFile(String title, List<FileKind> kinds) {
            return Optional.of(folder.resolve("results.json"));
        }

        @Override
        public Optional<Path> chooseSaveFile(String title, String suggestedName, List<FileKind> kinds) {
            return Optional.of(folder.resolve(suggestedName));
        }

        @Override
        public Optional<String> askText(String title, String prompt, String initial, String confirm) {
            return Optional.of(initial);
        }

        @Override
        public Optional<Integer> choose(Question question) {
            return Optional.of(0);
        }

        @Override
        public void tell(Severity severity, String title, String sentence, String details) {
            complaints.add(title + ": " + sentence);
        }

        @Override
        public void notify(String title, String sentence) {
            // Nobody reads notes here.
        }

        @Override
        public boolean show(ContentDialog dialog) {
            return true;
        }
    }
}
