package org.posewright.app.view.shell;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Keeps an Alt key that was held for the mouse from opening the menu row when it is let go: moving a person takes Alt, and a menu row
 * only sees a key that goes down and up again.
 */
public final class AltKeyGuard {

    private boolean down;
    private boolean used;

    private AltKeyGuard() {}

    /** Begins to watch a scene. */
    public static void install(Scene scene) {
        AltKeyGuard guard = new AltKeyGuard();
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> guard.used |= event.isAltDown());
        scene.addEventFilter(ScrollEvent.SCROLL, event -> guard.used |= event.isAltDown());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, guard::pressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, guard::released);
    }

    /** A key that is held is said to go down again and again. */
    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ALT && !down) {
            down = true;
            used = false;
        }
    }

    private void released(KeyEvent event) {
        if (event.getCode() == KeyCode.ALT) {
            down = false;
            if (used) {
                event.consume();
            }
        }
    }
}
