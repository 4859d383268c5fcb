package org.posewright.app.view.parts;

import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import org.posewright.app.text.Decimals;
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
        oks.ifPresent(value -> {
            badge.setText("OKS " + Decimals.of(value, 3));
            grade(badge, OksGrade.of(value).styleClass());
        });
    }

    /** Another style class means that all rules are looked up again, so it changes only when the grade does. */
    private static void grade(Label badge, String grade) {
        if (!badge.getStyleClass().contains(grade)) {
            badge.getStyleClass().removeAll(GRADES);
            badge.getStyleClass().add(grade);
        }
    }
}
