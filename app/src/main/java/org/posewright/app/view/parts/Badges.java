package org.posewright.app.view.parts;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import org.posewright.app.viewmodel.inspector.OksGrade;

/** Small coloured labels for OKS. */
public final class Badges {

    private static final List<String> GRADES = List.of("good", "fair", "poor", "plain");

    private Badges() {}

    public static Label badge() {
        Label badge = new Label();
        badge.getStyleClass().add("badge");
        badge.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return badge;
    }

    /** Shows an OKS, or nothing. */
    public static void show(Label badge, OptionalDouble oks) {
        badge.setVisible(oks.isPresent());
        badge.setManaged(oks.isPresent());
        badge.getStyleClass().removeAll(GRADES);
        oks.ifPresent(value -> {
            badge.setText(String.format(Locale.ROOT, "OKS %.3f", value));
            badge.getStyleClass().add(OksGrade.of(value).styleClass());
        });
    }
}
