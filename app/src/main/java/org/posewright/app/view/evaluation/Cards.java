package org.posewright.app.view.evaluation;

import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The boxes and rows that the screen Compare is laid out with. */
final class Cards {

    private Cards() {}

    /** A box with a heading. */
    static VBox card(String title, Node... content) {
        Label heading = new Label(title.toUpperCase(Locale.ROOT));
        heading.getStyleClass().add("heading");
        heading.setWrapText(true);
        heading.setMinHeight(Region.USE_PREF_SIZE);
        VBox card = new VBox(heading);
        card.getChildren().addAll(content);
        card.getStyleClass().addAll("card", "compare-card");
        card.setAccessibleText(title);
        return card;
    }

    /** A name on the left, a figure on the right. */
    static HBox figure(String name, String value, String... styles) {
        Label left = new Label(name);
        left.setMinWidth(0);
        Label right = new Label(value);
        right.setMinWidth(Region.USE_PREF_SIZE);
        right.getStyleClass().add("figure-value");
        left.getStyleClass().addAll(styles);
        right.getStyleClass().addAll(styles);
        HBox row = new HBox(left, gap(), right);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("figure-row");
        return row;
    }

    /** A name on the left, something to look at or to click on the right. */
    static HBox figure(String name, Node value) {
        Label left = new Label(name);
        left.setMinWidth(0);
        HBox row = new HBox(left, gap(), value);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("figure-row");
        return row;
    }

    /** A table with headings, its first column left and the others right. */
    static GridPane table(String... heads) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("figure-table");
        for (int column = 0; column < heads.length; column++) {
            Label head = new Label(heads[column]);
            head.getStyleClass().addAll("secondary", "small-text");
            grid.add(head, column, 0);
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHalignment(column == 0 ? HPos.LEFT : HPos.RIGHT);
            constraints.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(constraints);
        }
        return grid;
    }

    static void addRow(GridPane table, int row, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            Label cell = new Label(cells[column]);
            cell.setMinWidth(Region.USE_PREF_SIZE);
            table.add(cell, column, row);
        }
    }

    /** A sentence that wraps, in the quiet colour. */
    static Label note(String text) {
        Label note = new Label(text);
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().addAll("secondary", "small-text");
        return note;
    }

    static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /** A share of AP or OKS; a dash where nobody counts. */
    static String number(double value) {
        return Double.isNaN(value) || value < 0 ? "–" : String.format(Locale.ROOT, "%.4f", value);
    }
}
