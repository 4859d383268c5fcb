package org.posewright.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.posewright.app.fx.FxWait.onFx;
import static org.posewright.app.fx.FxWait.until;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.app.bootstrap.CompositionRoot;
import org.posewright.app.bootstrap.Settings;
import org.posewright.app.canvas.PoseCanvas;
import org.posewright.app.canvas.geometry.ViewTransform;
import org.posewright.app.fx.HeadlessFx;
import org.posewright.app.viewmodel.SmallDataset;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window, headless: open a dataset, drag a point, cancel, undo, redo, save; the file on disk tells. */
@ExtendWith(HeadlessFx.class)
class CorrectAndSaveStoryTest {

    private static final long PATIENCE_SECONDS = 30;

    @TempDir
    Path folder;

    private final AgreeingDialogs dialogs = new AgreeingDialogs();
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
        until(PATIENCE_SECONDS, () -> root.models().editor().sceneProperty().get() != null && canvas().getWidth() > 0);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
        assertThat(dialogs.complaints()).isEmpty();
    }

    @Test
    void draggedPointIsSavedAndNothingElse() throws Exception {
        Path file = folder.resolve("set/labels/train/a.txt");
        String before = Files.readString(file);
        drag(100, 40, 130, 60, true);
        until(PATIENCE_SECONDS, () -> person().keypoints().x(0) > 120);
        assertThat(person().keypoints().x(0)).isCloseTo(130, org.assertj.core.api.Assertions.within(1.0));
        onFx(() -> {
            root.models().commands().undo();
            return true;
        });
        until(PATIENCE_SECONDS, () -> person().keypoints().x(0) < 101);
        onFx(() -> {
            root.models().commands().redo();
            return true;
        });
        until(PATIENCE_SECONDS, () -> person().keypoints().x(0) > 120);
        onFx(() -> {
            root.actions().get("file.save").run();
            return true;
        });
        until(PATIENCE_SECONDS, () -> !root.models().status().hasUnsaved());
        assertThat(dialogs.shown()).containsExactly("Save labels");
        String after = Files.readString(file);
        assertThat(after).isNotEqualTo(before);
        assertThat(after.split(" ", 6)[4]).isEqualTo(before.split(" ", 6)[4]);
        assertThat(after.substring(after.indexOf("0.7000"))).isEqualTo(before.substring(before.indexOf("0.7000")));
    }

    @Test
    void escapeDuringADragLeavesEverythingAsItWas() throws Exception {
        PersonInstance before = person();
        drag(100, 40, 150, 90, false);
        assertThat(shownNoseX()).isGreaterThan(140);
        onFx(() -> {
            Event.fireEvent(
                    canvas().glass(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            return true;
        });
        until(PATIENCE_SECONDS, () -> root.models()
                .editor()
                .sceneProperty()
                .get()
                .people()
                .get(0)
                .equals(before));
        assertThat(person()).isEqualTo(before);
        assertThat(root.models().status().hasUnsaved()).isFalse();
    }

    @Test
    void pageDownGoesToTheNextPictureAndTheTileFollows() throws Exception {
        onFx(() -> {
            canvas().glass().requestFocus();
            Event.fireEvent(
                    canvas().glass(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.PAGE_DOWN, false, false, false, false));
            return true;
        });
        until(
                PATIENCE_SECONDS,
                () -> root.models().workspace().imageProperty().get().fileName().equals("b.jpg"));
    }

    @Test
    void everyActionHasAnIconThatExistsAndAShortcutOfItsOwn() throws Exception {
        var shortcuts = root.actions().all().stream()
                .flatMap(action -> action.shortcut().stream())
                .toList();
        assertThat(shortcuts)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(30)
                .allMatch(key -> key instanceof javafx.scene.input.KeyCodeCombination);
        onFx(() -> root.actions().all().stream()
                .flatMap(action -> action.icon().stream())
                .map(org.posewright.app.view.parts.Icons::of)
                .toList());
    }

    @Test
    void keysTypedIntoTheFilterAreNoShortcuts() throws Exception {
        onFx(() -> {
            root.filterField().requestFocus();
            Event.fireEvent(
                    root.filterField(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "r", "r", KeyCode.R, false, false, false, false));
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(root.models().inspector().statusProperty().get().state().name())
                .isEqualTo("UNTOUCHED");
    }

    private double shownNoseX() throws Exception {
        return onFx(() -> root.models()
                .editor()
                .sceneProperty()
                .get()
                .people()
                .get(0)
                .keypoints()
                .x(0));
    }

    private PoseCanvas canvas() {
        return root.canvas();
    }

    private PersonInstance person() {
        return root.models().editor().record().orElseThrow().people().get(0);
    }

    /** Drags from one image point to another; coordinates are image pixels. */
    private void drag(double fromX, double fromY, double toX, double toY, boolean release) throws Exception {
        onFx(() -> {
            Node glass = canvas().glass();
            ViewTransform t = canvas().transformProperty().get();
            fire(glass, MouseEvent.MOUSE_PRESSED, t.viewX(fromX), t.viewY(fromY));
            for (int step = 1; step <= 4; step++) {
                double share = step / 4.0;
                fire(
                        glass,
                        MouseEvent.MOUSE_DRAGGED,
                        t.viewX(fromX + share * (toX - fromX)),
                        t.viewY(fromY + share * (toY - fromY)));
            }
            if (release) {
                fire(glass, MouseEvent.MOUSE_RELEASED, t.viewX(toX), t.viewY(toY));
            }
            return true;
        });
    }

    private static void fire(Node target, javafx.event.EventType<MouseEvent> type, double x, double y) {
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        Point2D scene = target.localToScene(x, y);
        Event.fireEvent(
                target,
                new MouseEvent(
                        type,
                        scene.getX(),
                        scene.getY(),
                        scene.getX(),
                        scene.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        true,
                        false,
                        false,
                        null));
    }
}
