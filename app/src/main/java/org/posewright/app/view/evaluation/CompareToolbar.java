package org.posewright.app.view.evaluation;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.text.Messages;
import org.posewright.app.view.parts.ActionControls;
import org.posewright.app.viewmodel.evaluation.EvaluationModels;
import org.posewright.app.viewmodel.evaluation.SplitEvaluation;

/** What is compared, the pages, the confidence slider, exports, the next case. */
public final class CompareToolbar extends HBox {

    private static final double ROOM_FOR_TITLE = 1280;
    private static final double ROOM_FOR_EVALUATE = 1110;

    private final Messages messages;

    /**
     * @param exports ids of the actions of the export menu
     */
    public CompareToolbar(
            ActionCatalog actions,
            List<String> exports,
            EvaluationModels models,
            ObjectProperty<CompareTab> tab,
            Messages messages) {
        this.messages = messages;
        getStyleClass().add("tool-row");
        setMinWidth(0);
        Button back = ActionControls.button(actions.get("evaluate.editor"));
        Label title = new Label();
        title.getStyleClass().add("emphasis");
        title.setMinWidth(0);
        title.visibleProperty().bind(widthProperty().greaterThanOrEqualTo(ROOM_FOR_TITLE));
        title.managedProperty().bind(title.visibleProperty());
        models.evaluation().resultProperty().subscribe(result -> {
            title.setText(result == null ? messages.text("compare.title") : shortTitle(result));
            title.setTooltip(ActionControls.tooltip(title(result)));
        });
        MenuButton export = new MenuButton(messages.text("compare.export"));
        exports.forEach(id -> export.getItems().add(ActionControls.menuItem(actions.get(id))));
        export.setFocusTraversable(false);
        Button next = ActionControls.button(actions.get("evaluate.next"));
        next.setText(messages.text("compare.next") + "  N");
        next.getStyleClass().add("accent");
        Button evaluate = ActionControls.button(actions.get("evaluate.split"));
        evaluate.visibleProperty().bind(widthProperty().greaterThanOrEqualTo(ROOM_FOR_EVALUATE));
        evaluate.managedProperty().bind(evaluate.visibleProperty());
        Button train = ActionControls.iconButton(actions.get("train.fine-tune"));
        getChildren().addAll(back, title, tabs(tab), Cards.gap(), confidence(models), evaluate, export, train, next);
        getChildren().stream()
                .filter(node -> node != title && node instanceof Region && !(node.getClass() == Region.class))
                .forEach(node -> ((Region) node).setMinWidth(Region.USE_PREF_SIZE));
    }

    private static String shortTitle(SplitEvaluation result) {
        return result.predictions().name() + " · " + result.split();
    }

    private String title(@Nullable SplitEvaluation result) {
        return result == null
                ? messages.text("compare.title")
                : messages.text(
                        "compare.title.of",
                        result.predictions().name(),
                        result.split(),
                        result.truth().imageCount());
    }

    private SegmentedButton tabs(ObjectProperty<CompareTab> tab) {
        SegmentedButton tabs = new SegmentedButton();
        Map<CompareTab, ToggleButton> buttons = new EnumMap<>(CompareTab.class);
        for (CompareTab page : CompareTab.values()) {
            ToggleButton button = new ToggleButton(messages.text(page.messageKey()));
            button.setFocusTraversable(false);
            button.setOnAction(event -> {
                tab.set(page);
                button.setSelected(true);
            });
            buttons.put(page, button);
            tabs.getButtons().add(button);
        }
        tab.subscribe(page -> buttons.forEach((of, button) -> button.setSelected(of == page)));
        return tabs;
    }

    private HBox confidence(EvaluationModels models) {
        Label name = new Label(messages.text("toolbar.confidence"));
        name.visibleProperty().bind(widthProperty().greaterThanOrEqualTo(ROOM_FOR_EVALUATE));
        name.managedProperty().bind(name.visibleProperty());
        Slider slider =
                new Slider(0.01, 1, models.evaluation().confidenceProperty().get());
        slider.setBlockIncrement(0.01);
        slider.valueProperty().bindBidirectional(models.evaluation().confidenceProperty());
        slider.setAccessibleText(messages.text("toolbar.confidence"));
        Label number = new Label();
        number.getStyleClass().add("value");
        number.textProperty()
                .bind(models.evaluation()
                        .confidenceProperty()
                        .map(v -> String.format(Locale.ROOT, "%.2f", v.doubleValue())));
        HBox group = new HBox(name, slider, number);
        group.setAlignment(Pos.CENTER_LEFT);
        group.getStyleClass().add("tool-group");
        javafx.scene.control.Tooltip.install(group, ActionControls.tooltip(messages.text("compare.confidence.hint")));
        return group;
    }
}
