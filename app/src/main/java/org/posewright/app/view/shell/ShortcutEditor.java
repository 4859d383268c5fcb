package org.posewright.app.view.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.posewright.app.action.ShortcutDraft;
import org.posewright.app.action.UiAction;
import org.posewright.app.text.Messages;

/** Choose an action, press Change, press the keys. Keys that two actions share are told and cannot be kept. */
public final class ShortcutEditor extends VBox {

    private static final double WIDTH = 560;
    private static final double HEIGHT = 400;

    private final ShortcutDraft draft;
    private final Messages messages;
    private final ListView<UiAction> list = new ListView<>();
    private final ToggleButton record = new ToggleButton();
    private final Label state = new Label();
    private final BooleanProperty valid = new SimpleBooleanProperty(this, "valid", true);

    public ShortcutEditor(ShortcutDraft draft, Messages messages) {
        super(10);
        this.draft = draft;
        this.messages = messages;
        list.getItems().setAll(draft.actions());
        list.setCellFactory(view -> new Row());
        list.setPrefSize(WIDTH, HEIGHT);
        list.setAccessibleText(messages.text("action.help.remap"));
        list.getSelectionModel().selectFirst();
        list.getSelectionModel().selectedItemProperty().subscribe(this::describe);
        VBox.setVgrow(list, Priority.ALWAYS);
        record.setText(messages.text("remap.record"));
        record.setAccessibleText(messages.text("remap.record"));
        record.selectedProperty().subscribe(this::describe);
        Button none = button("remap.none", action -> draft.set(action, Optional.empty()));
        Button own = button("remap.default", draft::reset);
        state.setWrapText(true);
        state.setMinHeight(Region.USE_PREF_SIZE);
        HBox buttons = new HBox(8, record, none, own);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (record.isSelected()) {
                event.consume();
            }
        });
        getChildren().addAll(list, buttons, state);
    }

    /** Whether no two actions share their keys. */
    public ObservableValue<Boolean> valid() {
        return valid;
    }

    private Button button(String key, java.util.function.Consumer<UiAction> change) {
        Button button = new Button(messages.text(key));
        button.setAccessibleText(messages.text(key));
        button.setOnAction(event -> chosen().ifPresent(action -> {
            change.accept(action);
            changed();
        }));
        return button;
    }

    private Optional<UiAction> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void pressed(KeyEvent event) {
        if (record.isSelected()) {
            event.consume();
            Optional<KeyCombination> keys = ShortcutDraft.pressed(event);
            if (keys.isPresent()) {
                chosen().ifPresent(action -> draft.set(action, keys));
                record.setSelected(false);
                changed();
            }
        }
    }

    private void changed() {
        valid.set(!draft.hasConflict());
        list.refresh();
        describe();
    }

    private void describe() {
        state.getStyleClass().remove("failure");
        List<UiAction> others = chosen().map(draft::conflicts).orElse(List.of());
        if (record.isSelected()) {
            state.setText(messages.text("remap.press"));
        } else if (!others.isEmpty()) {
            state.getStyleClass().add("failure");
            state.setText(messages.text(
                    "remap.conflict", others.stream().map(UiAction::text).collect(Collectors.joining(", "))));
        } else {
            state.setText(messages.text(draft.hasConflict() ? "remap.conflict-elsewhere" : "remap.hint"));
        }
    }

    private final class Row extends ListCell<UiAction> {
        @Override
        protected void updateItem(@Nullable UiAction action, boolean empty) {
            super.updateItem(action, empty);
            setText(null);
            setGraphic(action == null || empty ? null : line(action));
        }

        private HBox line(UiAction action) {
            Label name = new Label(messages.text(action.menu().messageKey()) + " ▸ " + action.text());
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox line = new HBox(8, name, gap);
            line.setAlignment(Pos.CENTER_LEFT);
            draft.keys(action).ifPresent(keys -> {
                Label key = new Label(keys.getDisplayText());
                boolean shared = !draft.conflicts(action).isEmpty();
                key.getStyleClass().addAll("badge", shared ? "poor" : "plain");
                line.getChildren().add(key);
            });
            return line;
        }
    }
}
