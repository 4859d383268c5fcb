package org.posewright.app.view.download;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Sentences that stand beside what a person chooses. */
final class Notes {

    private Notes() {}

    /** Wraps, is never shortened, and stands back. */
    static Label secondary(String text) {
        Label note = new Label(text);
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("secondary");
        return note;
    }
}
