package org.posewright.app.view.shell;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.action.MenuId;
import org.posewright.app.action.UiAction;
import org.posewright.app.text.Messages;

/** All shortcuts, menu by menu, and the ones that are no menu's. */
public final class ShortcutSheet extends ScrollPane {

    private static final double KEY_WIDTH = 106;
    private static final List<String> POINTER_KEYS =
            List.of("tab", "arrows", "space", "h", "enter", "x", "escape", "wheel", "alt-drag", "shift-click");

    public ShortcutSheet(ActionCatalog actions, Messages messages) {
        FlowPane columns = new FlowPane(28, 18);
        columns.setPadding(new Insets(4));
        columns.setPrefWrapLength(760);
        for (MenuId menu : MenuId.values()) {
            GridPane grid = grid();
            for (UiAction action : actions.of(menu)) {
                action.shortcut().ifPresent(key -> add(grid, key.getDisplayText(), action.text()));
            }
            if (!grid.getChildren().isEmpty()) {
                columns.getChildren().add(new VBox(6, heading(messages.text(menu.messageKey()), messages), grid));
            }
        }
        GridPane pointer = grid();
        POINTER_KEYS.forEach(
                key -> add(pointer, messages.text("shortcut." + key + ".key"), messages.text("shortcut." + key)));
        columns.getChildren().add(new VBox(6, heading(messages.text("shortcut.canvas"), messages), pointer));
        setContent(columns);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText(messages.text("action.help.shortcuts"));
        setPrefViewportWidth(780);
        setPrefViewportHeight(520);
        getStyleClass().add("edge-to-edge");
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.setHgap(14);
        grid.setVgap(3);
        grid.getColumnConstraints().add(new ColumnConstraints(KEY_WIDTH));
        return grid;
    }

    private static Label heading(String text, Messages messages) {
        Label heading = new Label(text.toUpperCase(messages.locale()));
        heading.getStyleClass().add("heading");
        return heading;
    }

    private static void add(GridPane grid, String key, String words) {
        Label keyLabel = new Label(key);
        keyLabel.getStyleClass().addAll("badge", "plain");
        keyLabel.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), keyLabel, new Label(words));
    }
}
