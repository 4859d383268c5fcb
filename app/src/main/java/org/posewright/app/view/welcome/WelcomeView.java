package org.posewright.app.view.welcome;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.action.UiAction;
import org.posewright.app.text.Messages;
import org.posewright.app.view.parts.ActionControls;
import org.posewright.app.view.parts.Icons;

/** First steps: open something, the datasets opened last, something to try. */
public final class WelcomeView extends ScrollPane {

    private static final double WIDTH = 780;
    private static final double CARD_TEXT_WIDTH = 385;
    private static final double START_WIDTH = 474;
    private static final double COLUMN_GAP = 32;

    private final Messages messages;
    private final Consumer<Path> openRecent;

    /**
     * @param starters ids of the actions to offer, most wanted first
     */
    public WelcomeView(
            ActionCatalog actions,
            List<String> starters,
            ObservableValue<List<Path>> recent,
            Consumer<Path> openRecent,
            Messages messages) {
        this.messages = messages;
        this.openRecent = openRecent;
        Label title = new Label(messages.text("app.name"));
        title.getStyleClass().add("title");
        Text subtitle = new Text(messages.text("welcome.subtitle"));
        subtitle.getStyleClass().add("subtitle");
        subtitle.setWrappingWidth(WIDTH);
        VBox start = new VBox(9, heading("welcome.start"));
        starters.forEach(id -> start.getChildren().add(card(actions.get(id))));
        VBox last = new VBox(4);
        last.setMinWidth(240);
        recent.subscribe(paths -> last.getChildren().setAll(recentRows(paths)));
        HBox.setHgrow(start, Priority.ALWAYS);
        HBox.setHgrow(last, Priority.ALWAYS);
        start.setMinWidth(START_WIDTH);
        last.setPrefWidth(WIDTH - START_WIDTH - COLUMN_GAP);
        HBox columns = new HBox(COLUMN_GAP, start, last);
        Label drop = new Label(messages.text("welcome.drop"));
        drop.getStyleClass().add("secondary");
        VBox page = new VBox(18, title, subtitle, columns, drop);
        page.setMaxWidth(WIDTH);
        page.setAlignment(Pos.CENTER_LEFT);
        VBox center = new VBox(page);
        center.getStyleClass().add("welcome");
        setContent(center);
        setFitToWidth(true);
        setFitToHeight(true);
        getStyleClass().add("edge-to-edge");
    }

    private Label heading(String key) {
        Label heading = new Label(messages.text(key).toUpperCase(messages.locale()));
        heading.getStyleClass().add("heading");
        return heading;
    }

    private Button card(UiAction action) {
        Label title = new Label(action.text());
        title.getStyleClass().add("card-title");
        Text text = new Text(action.hint());
        text.getStyleClass().add("card-text");
        text.setWrappingWidth(CARD_TEXT_WIDTH);
        VBox words = new VBox(2, title, text);
        HBox content = new HBox(13, action.icon().map(Icons::of).orElseGet(Label::new), words);
        content.setAlignment(Pos.CENTER_LEFT);
        Button card = new Button();
        card.setGraphic(content);
        card.getStyleClass().add("card-button");
        card.setMaxSize(Double.MAX_VALUE, Region.USE_PREF_SIZE);
        card.setMinHeight(Region.USE_PREF_SIZE);
        card.setAccessibleText(action.text());
        card.disableProperty().bind(action.enabled().map(enabled -> !enabled));
        card.setOnAction(event -> action.run());
        return card;
    }

    private List<Node> recentRows(List<Path> paths) {
        List<Node> rows = new java.util.ArrayList<>();
        rows.add(heading("welcome.recent"));
        for (Path path : paths) {
            Label name = new Label(String.valueOf(path.getFileName()));
            Label where = new Label(String.valueOf(path.getParent()));
            where.getStyleClass().addAll("secondary", "small-text");
            Button row = new Button();
            row.setGraphic(new VBox(1, name, where));
            row.getStyleClass().add("recent-row");
            row.setMaxWidth(Double.MAX_VALUE);
            row.setTooltip(ActionControls.tooltip(path.toString()));
            row.setAccessibleText(path.toString());
            row.setOnAction(event -> openRecent.accept(path));
            rows.add(row);
        }
        if (paths.isEmpty()) {
            Label none = new Label(messages.text("welcome.no-recent"));
            none.getStyleClass().add("secondary");
            none.setWrapText(true);
            rows.add(none);
        }
        return rows;
    }
}
