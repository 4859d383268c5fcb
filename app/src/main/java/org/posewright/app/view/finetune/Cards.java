package org.posewright.app.view.finetune;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.posewright.app.text.Messages;
import org.posewright.app.view.parts.ActionControls;

/** Framed parts of the training screen. */
final class Cards {

    private static final double GAP = 8;
    private static final double ROW_GAP = 4;

    private Cards() {}

    /** A frame with a heading. */
    static VBox card(Messages messages, String key, Node... content) {
        VBox card = new VBox(GAP, heading(messages.text(key), messages), new VBox(GAP, content));
        VBox.setVgrow(card.getChildren().get(1), Priority.ALWAYS);
        card.getStyleClass().add("card");
        return card;
    }

    static Label heading(String text, Messages messages) {
        Label heading = new Label(text.toUpperCase(messages.locale()));
        heading.getStyleClass().add("heading");
        heading.setMinHeight(Region.USE_PREF_SIZE);
        return heading;
    }

    /** Names on the left, values on the right. */
    static GridPane facts() {
        GridPane grid = new GridPane();
        grid.setHgap(GAP);
        grid.setVgap(ROW_GAP);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setFillWidth(true);
        grid.getColumnConstraints().setAll(names, values);
        return grid;
    }

    static void fact(GridPane grid, String name, String value) {
        int row = grid.getRowCount();
        Label left = new Label(name);
        left.getStyleClass().add("secondary");
        Label right = new Label(value);
        right.setMaxWidth(Double.MAX_VALUE);
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setTooltip(ActionControls.tooltip(value));
        right.setAccessibleText(name + ": " + value);
        grid.addRow(row, left, right);
    }
}
