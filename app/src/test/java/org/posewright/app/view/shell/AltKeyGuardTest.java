package org.posewright.app.view.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.posewright.app.fx.FxWait;
import org.posewright.app.fx.HeadlessFx;

/** A scene without a window; a menu row would hear what its handler hears. */
@ExtendWith(HeadlessFx.class)
class AltKeyGuardTest {

    private final Pane root = new Pane();
    private final AtomicInteger heard = new AtomicInteger();

    @BeforeEach
    void watch() throws Exception {
        FxWait.onFx(() -> {
            Scene scene = new Scene(root);
            AltKeyGuard.install(scene);
            scene.addEventHandler(KeyEvent.KEY_RELEASED, event -> heard.incrementAndGet());
            return scene;
        });
    }

    @Test
    void altAloneIsHeard() {
        alt(KeyEvent.KEY_PRESSED);
        alt(KeyEvent.KEY_RELEASED);
        assertThat(heard).hasValue(1);
    }

    @Test
    void altThatWasHeldForTheMouseIsNotHeard() {
        alt(KeyEvent.KEY_PRESSED);
        press(true);
        alt(KeyEvent.KEY_PRESSED);
        alt(KeyEvent.KEY_RELEASED);
        assertThat(heard).hasValue(0);
        alt(KeyEvent.KEY_PRESSED);
        alt(KeyEvent.KEY_RELEASED);
        assertThat(heard).hasValue(1);
    }

    @Test
    void aClickBeforeDoesNotCount() {
        press(false);
        alt(KeyEvent.KEY_PRESSED);
        alt(KeyEvent.KEY_RELEASED);
        assertThat(heard).hasValue(1);
    }

    private void alt(EventType<KeyEvent> type) {
        boolean isDown = type == KeyEvent.KEY_PRESSED;
        Event.fireEvent(root, new KeyEvent(type, "", "", KeyCode.ALT, false, false, isDown, false));
    }

    private void press(boolean isAltDown) {
        Event.fireEvent(
                root,
                new MouseEvent(
                        MouseEvent.MOUSE_PRESSED,
                        5,
                        5,
                        5,
                        5,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        isAltDown,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null));
    }
}
