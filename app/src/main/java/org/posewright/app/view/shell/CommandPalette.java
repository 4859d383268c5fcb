package org.posewright.app.view.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.action.ActionSearch;
import org.posewright.app.action.UiAction;
import org.posewright.app.text.Messages;

/** All actions, found by typing a few letters. Arrow keys choose, Enter confirms the dialog that it stands in. */
public final class CommandPalette extends VBox {

    private static final double WIDTH = 560;
    private static final double HEIGHT = 380;

    private final ActionCatalog actions;
    private final Messages messages;
    private final TextField field = new TextField();
    private final ListView<UiAction> list = new ListView<>();

    public CommandPalette(ActionCatalog actions, Messages messages) {
        super(8);
        this.actions = actions;
        this.messages = messages;
        field.setPromptText(messages.text("palette.prompt"));
        field.setAccessibleText(messages.text("palette.prompt"));
        field.textProperty().subscribe(this::search);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        field.sceneProperty().flatMap(Scene::windowProperty).subscribe(this::focusWhenShown);
        list.setAccessibleText(messages.text("action.help.palette"));
        list.setPlaceholder(new Label(messages.text("palette.nothing")));
        list.setCellFactory(view -> new Row());
        list.setPrefSize(WIDTH, HEIGHT);
        list.setFocusTraversable(false);
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && chosen().isPresent()) {
                confirm();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(field, list);
    }

    /** What would be done now. */
    public Optional<UiAction> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    /** Whether something that can be done now is chosen. */
    public ObservableValue<Boolean> ready() {
        return list.getSelectionModel()
                .selectedItemProperty()
                .flatMap(UiAction::enabled)
                .orElse(false);
    }

    private void search(String typed) {
        List<UiAction> found = ActionSearch.find(actions.all(), typed, messages.locale());
        list.getItems().setAll(found);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void move(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step != 0) {
            int last = list.getItems().size() - 1;
            int next = Math.max(0, Math.min(last, list.getSelectionModel().getSelectedIndex() + step));
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - 4));
            event.consume();
        }
    }

    private void focusWhenShown(@Nullable Window window) {
        if (window != null) {
            window.addEventHandler(WindowEvent.WINDOW_SHOWN, event -> field.requestFocus());
        }
    }

    private void confirm() {
        getScene().getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Button button && button.isDefaultButton())
                .findFirst()
                .ifPresent(node -> ((Button) node).fire());
    }

    private final class Row extends ListCell<UiAction> {
        @Override
        protected void updateItem(@Nullable UiAction action, boolean empty) {
            super.updateItem(action, empty);
            setText(null);
            setGraphic(action == null || empty ? null : line(action));
        }

        private HBox line(UiAction action) {
            Label menu = new Label(messages.text(action.menu().messageKey()));
            menu.getStyleClass().add("secondary");
            menu.setMinWidth(80);
            Label name = new Label(action.text());
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox line = new HBox(8, menu, name, gap);
            line.setAlignment(Pos.CENTER_LEFT);
            line.setDisable(!Boolean.TRUE.equals(action.enabled().getValue()));
            action.shortcut().ifPresent(keys -> {
                Label key = new Label(keys.getDisplayText());
                key.getStyleClass().addAll("badge", "plain");
                line.getChildren().add(key);
            });
            return line;
        }
    }
}
