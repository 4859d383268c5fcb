package org.posewright.app.view.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.action.MenuId;
import org.posewright.app.text.Messages;
import org.posewright.app.view.parts.ActionControls;
import org.posewright.app.view.parts.Icons;
import org.posewright.app.viewmodel.shell.ShellViewModel;

/** Menu row above, screens in the middle, status row below. */
public final class ShellView extends BorderPane {

    private static final int RECENT_PLACE = 2;

    private final Messages messages;
    private final MenuBar bar = new MenuBar();

    public ShellView(
            ShellViewModel shell, ActionCatalog actions, ScreenHost screens, Node statusRow, Messages messages) {
        this.messages = messages;
        getStyleClass().add("shell");
        setTop(new VBox(menuRow(actions), noticeRow(shell)));
        setCenter(screens);
        setBottom(statusRow);
        addEventHandler(KeyEvent.KEY_PRESSED, this::shieldTyping);
    }

    /** Adds a submenu with the datasets opened last to the menu File. */
    public void offerRecent(ObservableValue<List<Path>> recent, Consumer<Path> open) {
        Menu menu = new Menu(messages.text("menu.recent"));
        recent.subscribe(paths -> {
            menu.setDisable(paths.isEmpty());
            menu.getItems()
                    .setAll(paths.stream().map(path -> recentItem(path, open)).toList());
        });
        ObservableList<MenuItem> file =
                bar.getMenus().get(MenuId.FILE.ordinal()).getItems();
        file.add(Math.min(RECENT_PLACE, file.size()), menu);
    }

    private static MenuItem recentItem(Path path, Consumer<Path> open) {
        MenuItem item = new MenuItem(path.toString());
        item.setMnemonicParsing(false);
        item.setOnAction(event -> open.accept(path));
        return item;
    }

    private HBox menuRow(ActionCatalog actions) {
        Label brand = new Label(messages.text("app.name"));
        brand.getStyleClass().add("brand");
        brand.setMinWidth(Region.USE_PREF_SIZE);
        for (MenuId id : MenuId.values()) {
            bar.getMenus().add(ActionControls.menu(id, actions, messages));
        }
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox row = new HBox(brand, bar);
        row.getStyleClass().add("menu-row");
        return row;
    }

    private HBox noticeRow(ShellViewModel shell) {
        Label text = new Label();
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button close = new Button();
        close.setGraphic(Icons.of("mdi2c-close"));
        close.getStyleClass().addAll("flat", "button-icon", "small");
        close.setAccessibleText(messages.text("dialog.close"));
        close.setOnAction(event -> shell.noticeProperty().set(null));
        HBox links = new HBox(4);
        links.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        HBox row = new HBox(text, links, close);
        row.getStyleClass().add("notice");
        shell.noticeProperty().subscribe(notice -> {
            row.setVisible(notice != null);
            row.setManaged(notice != null);
            row.getStyleClass().remove("warning");
            if (notice != null) {
                text.setText(notice.text());
                links.getChildren()
                        .setAll(notice.links().stream().map(ShellView::link).toList());
                text.setTooltip(ActionControls.tooltip(notice.text()));
                if (notice.warning()) {
                    row.getStyleClass().add("warning");
                }
            }
        });
        return row;
    }

    private static Hyperlink link(ShellViewModel.Link link) {
        Hyperlink control = new Hyperlink(link.text());
        control.setMinWidth(Region.USE_PREF_SIZE);
        control.setOnAction(event -> link.action().run());
        return control;
    }

    /** Keys that a person types into a field are no shortcuts. */
    private void shieldTyping(KeyEvent event) {
        boolean typing = getScene().getFocusOwner() instanceof TextInputControl;
        boolean command = event.isShortcutDown() || event.isAltDown() || event.isMetaDown();
        boolean function = event.getCode().isFunctionKey() || event.getCode() == javafx.scene.input.KeyCode.ESCAPE;
        if (typing && !command && !function) {
            event.consume();
        }
    }
}
