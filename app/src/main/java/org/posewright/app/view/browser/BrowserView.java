package org.posewright.app.view.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.query.Sort;
import org.posewright.annotations.source.DatasetDescription;
import org.posewright.app.gallery.ThumbnailGrid;
import org.posewright.app.text.Messages;
import org.posewright.app.view.parts.ActionControls;
import org.posewright.app.viewmodel.browser.BrowserViewModel;
import org.posewright.app.viewmodel.browser.PictureList;
import org.posewright.app.viewmodel.session.Workspace;

/** Filter, splits and order above the grid of thumbnails. */
public final class BrowserView extends VBox {

    private final BrowserViewModel browser;
    private final ThumbnailGrid grid;
    private final Messages messages;
    private final FlowPane chips = new FlowPane(6, 6);
    private final List<ToggleButton> chipsBySplit = new ArrayList<>();
    private final MenuButton order = new MenuButton();
    private final TextField filter = new TextField();

    public BrowserView(BrowserViewModel browser, ThumbnailGrid grid, Workspace workspace, Messages messages) {
        this.browser = browser;
        this.grid = grid;
        this.messages = messages;
        getStyleClass().addAll("side", "left", "browser");
        grid.setAccessibleText(messages.text("browser.pictures"));
        filter.setPromptText(messages.text("browser.filter.prompt"));
        filter.setAccessibleText(messages.text("browser.filter"));
        filter.setTooltip(ActionControls.tooltip(messages.text("browser.filter.hint")));
        filter.textProperty().bindBidirectional(browser.filterProperty());
        Label complaint = new Label();
        complaint.getStyleClass().addAll("small-text", "text");
        complaint.getStyleClass().add("danger");
        complaint.setWrapText(true);
        complaint.textProperty().bind(browser.complaintProperty());
        complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
        Label empty = new Label(messages.text("browser.empty"));
        empty.getStyleClass().add("secondary");
        empty.setWrapText(true);
        empty.setMouseTransparent(true);
        StackPane pictures = new StackPane(grid, empty);
        VBox.setVgrow(pictures, Priority.ALWAYS);
        getChildren().addAll(filter, complaint, chips, pictures);
        setMinWidth(150);
        buildOrders();
        browser.splitsProperty().subscribe(this::buildChips);
        browser.splitProperty().subscribe(this::showSplit);
        browser.picturesProperty().subscribe(list -> {
            grid.show(list.keys(), list::indexOf);
            // The empty list that is there before anything has been listed says nothing about the filter.
            empty.setVisible(list != PictureList.EMPTY && list.keys().isEmpty());
            revealCurrent(list);
        });
        workspace.imageProperty().bindBidirectional(grid.selectedProperty());
        workspace
                .imageProperty()
                .subscribe(key -> revealCurrent(browser.picturesProperty().get()));
    }

    /** Where the cursor goes for typing a filter. */
    public TextField filterField() {
        return filter;
    }

    private void revealCurrent(PictureList list) {
        grid.reveal(browser.current());
    }

    private void buildChips() {
        chipsBySplit.clear();
        if (browser.splitsProperty().get().size() > 1) {
            chipsBySplit.add(chip(messages.text("browser.all"), null));
        }
        for (DatasetDescription.SplitCount split : browser.splitsProperty().get()) {
            chipsBySplit.add(chip(split.split() + " " + split.images(), split.split()));
        }
        List<Node> nodes = new ArrayList<>(chipsBySplit);
        nodes.add(order);
        chips.getChildren().setAll(nodes);
        showSplit();
    }

    private void showSplit() {
        chipsBySplit.forEach(chip -> chip.setSelected(
                Objects.equals(chip.getUserData(), browser.splitProperty().get())));
    }

    /** Made once: a menu is a window of its own. */
    private void buildOrders() {
        order.getStyleClass().addAll("chip", "on");
        for (Sort choice : Sort.values()) {
            MenuItem item = new MenuItem(messages.text(key(choice)));
            item.setOnAction(event -> browser.orderProperty().set(choice));
            order.getItems().add(item);
        }
        browser.orderProperty().subscribe(chosen -> order.setText(messages.text(key(chosen))));
    }

    private ToggleButton chip(String text, @Nullable String split) {
        ToggleButton chip = new ToggleButton(text);
        chip.getStyleClass().add("chip");
        chip.setUserData(split);
        chip.setOnAction(event -> {
            browser.splitProperty().set(split);
            showSplit();
        });
        return chip;
    }

    private static String key(Sort order) {
        return "browser.order."
                + order.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
