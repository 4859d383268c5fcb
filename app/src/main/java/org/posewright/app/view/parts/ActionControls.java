package org.posewright.app.view.parts;

import javafx.beans.property.Property;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.action.MenuId;
import org.posewright.app.action.UiAction;
import org.posewright.app.text.Messages;

/** Controls made from actions, so that words, shortcuts and enablement are the same everywhere. */
public final class ActionControls {

    private static final Duration TOOLTIP_DELAY = Duration.millis(400);

    private ActionControls() {}

    /** A button with the action's words, and its key where that is a single one. */
    public static Button button(UiAction action) {
        Button button = new Button(action.text());
        action.shortcutProperty().subscribe(keys -> {
            boolean single = keys != null && keys.getName().length() == 1;
            button.setText(single ? action.text() + "  " + keys.getName() : action.text());
        });
        prepare(button, action);
        return button;
    }

    /** A button with the action's icon alone. */
    public static Button iconButton(UiAction action) {
        Button button = new Button();
        button.getStyleClass().add("icon-button");
        action.icon().ifPresent(icon -> button.setGraphic(Icons.of(icon)));
        prepare(button, action);
        return button;
    }

    public static MenuItem menuItem(UiAction action) {
        MenuItem item;
        if (action.toggle().isPresent()) {
            Property<Boolean> state = action.toggle().get();
            CheckMenuItem check = new CheckMenuItem(action.text());
            check.setSelected(Boolean.TRUE.equals(state.getValue()));
            state.subscribe(on -> check.setSelected(Boolean.TRUE.equals(on)));
            item = check;
        } else {
            item = new MenuItem(action.text());
        }
        action.icon().ifPresent(icon -> item.setGraphic(Icons.of(icon)));
        item.acceleratorProperty().bind(action.shortcutProperty());
        item.disableProperty().bind(action.enabled().map(enabled -> !enabled));
        item.setOnAction(event -> {
            action.run();
            if (item instanceof CheckMenuItem check) {
                action.toggle().ifPresent(state -> check.setSelected(Boolean.TRUE.equals(state.getValue())));
            }
        });
        return item;
    }

    /** A menu with all actions of its group. */
    public static Menu menu(MenuId id, ActionCatalog catalog, Messages messages) {
        Menu menu = new Menu(messages.text(id.messageKey()));
        for (UiAction action : catalog.of(id)) {
            if (action.startsGroup() && !menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            menu.getItems().add(menuItem(action));
        }
        return menu;
    }

    /** What a tooltip says: the hint, and the shortcut in brackets. */
    public static String hint(UiAction action) {
        return action.shortcut()
                .map(key -> action.hint() + "  (" + key.getDisplayText() + ")")
                .orElse(action.hint());
    }

    public static Tooltip tooltip(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setShowDelay(TOOLTIP_DELAY);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
        return tooltip;
    }

    private static void prepare(Button button, UiAction action) {
        Tooltip tooltip = tooltip(hint(action));
        action.shortcutProperty().subscribe(keys -> tooltip.setText(hint(action)));
        button.setTooltip(tooltip);
        button.setAccessibleText(action.text());
        button.disableProperty().bind(action.enabled().map(enabled -> !enabled));
        button.setOnAction(event -> action.run());
        button.setFocusTraversable(false);
    }
}
