package org.posewright.app.story;

import static org.posewright.app.fx.FxWait.await;
import static org.posewright.app.fx.FxWait.onFx;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.posewright.app.bootstrap.CompositionRoot;
import org.posewright.app.bootstrap.Settings;
import org.posewright.app.bootstrap.UserFolders;
import org.posewright.app.dialog.FxDialogService;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window with its real dialogs, headless, as a person meets it: by commands, names of fields, and texts of buttons. */
final class StoryWindow implements AutoCloseable {

    private static final long ANSWER_SECONDS = 120;

    private final Stage stage;
    private final CompositionRoot root;

    private StoryWindow(Stage stage, CompositionRoot root) {
        this.stage = stage;
        this.root = root;
    }

    /**
     * @param home holds settings, data and cache of the person
     */
    static StoryWindow open(Path home) throws Exception {
        return open(home, Settings.DEFAULT, FxDialogService::new);
    }

    /** With settings of the person and with somebody who answers the questions. */
    static StoryWindow open(Path home, Settings settings, CompositionRoot.DialogMaker dialogs) throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        CompositionRoot root = onFx(() -> {
            CompositionRoot made = new CompositionRoot(
                    stage, new UserFolders(home, home.resolve("data"), home.resolve("cache")), settings, dialogs);
            stage.show();
            return made;
        });
        return new StoryWindow(stage, root);
    }

    Stage stage() {
        return stage;
    }

    CompositionRoot root() {
        return root;
    }

    Scene scene() {
        return stage.getScene();
    }

    /** Runs a command without waiting for its end, as it may open a dialog. */
    void command(String id) {
        Platform.runLater(() -> root.actions().get(id).run());
    }

    /** Whether a command is enabled; on the FX thread. */
    boolean canRunNow(String id) {
        return Boolean.TRUE.equals(root.actions().get(id).enabled().getValue());
    }

    /** Puts text into a field of the dialog on top. */
    void type(String accessibleName, String text) throws Exception {
        TextField field = await(ANSWER_SECONDS, () -> dialogField(accessibleName));
        onFx(() -> {
            field.setText(text);
            return true;
        });
    }

    /** Presses a button of the dialog on top, or else of the window, once it can be pressed. */
    void press(String text, long patienceSeconds) throws Exception {
        ButtonBase button = await(
                patienceSeconds,
                () -> find(
                        dialog().orElse(stage),
                        ButtonBase.class,
                        node -> text.equals(node.getText()) && !node.isDisabled() && node.isVisible()));
        Platform.runLater(button::fire);
    }

    /** Waits for a label whose text begins so. */
    String awaitLabel(String beginning, long patienceSeconds) throws Exception {
        Label label = await(
                patienceSeconds,
                () -> find(
                        stage,
                        Label.class,
                        node -> node.isVisible()
                                && node.getText() != null
                                && node.getText().startsWith(beginning)));
        return onFx(label::getText);
    }

    /** A field of the dialog on top; on the FX thread. */
    Optional<TextField> dialogField(String accessibleName) {
        return find(dialog().orElse(stage), TextField.class, node -> accessibleName.equals(node.getAccessibleText()));
    }

    /** Something in the window itself; on the FX thread. */
    <N extends Node> Optional<N> find(Class<N> type, Predicate<N> wanted) {
        return find(stage, type, wanted);
    }

    /** All texts of the window's labels, for what is said when something else was expected. */
    List<String> words() throws Exception {
        return onFx(() -> stage.getScene().getRoot().lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .filter(text -> text != null && !text.isBlank())
                .toList());
    }

    private Optional<Window> dialog() {
        return Window.getWindows().stream()
                .filter(window -> window != stage && window.isShowing() && window instanceof Stage)
                .reduce((below, above) -> above);
    }

    private static <N extends Node> Optional<N> find(Window window, Class<N> type, Predicate<N> wanted) {
        return window.getScene().getRoot().lookupAll("*").stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(wanted)
                .findFirst();
    }

    @Override
    public void close() throws TimeoutException {
        WaitForAsyncUtils.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(() -> {
            root.close();
            stage.hide();
        }));
    }
}
