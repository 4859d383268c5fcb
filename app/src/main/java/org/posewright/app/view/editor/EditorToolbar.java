package org.posewright.app.view.editor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.action.UiAction;
import org.posewright.app.canvas.layer.OverlayOptions;
import org.posewright.app.canvas.layer.Palette;
import org.posewright.app.text.Messages;
import org.posewright.app.view.parts.ActionControls;
import org.posewright.app.view.parts.Icons;
import org.posewright.app.viewmodel.editor.OverlayViewModel;
import org.posewright.app.viewmodel.model.PredictionViewModel;

/** Undo, layers, palette, sliders, and what is done to the picture. Leaves out words where the window is narrow. */
public final class EditorToolbar extends HBox {

    private static final double OPACITY_NAME_WIDTH = 120;

    private final Messages messages;
    /** What is given up, one after the other, until the row fits; each is told whether it must save room. */
    private final List<Consumer<Boolean>> economies = new ArrayList<>();

    public EditorToolbar(
            ActionCatalog actions, OverlayViewModel overlay, PredictionViewModel predictions, Messages messages) {
        this.messages = messages;
        getStyleClass().add("tool-row");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox confidence = new ThresholdSlider("toolbar.confidence", predictions.confidenceProperty(), messages);
        HBox iou = new ThresholdSlider("toolbar.iou", predictions.iouProperty(), messages);
        MenuButton palette = palette(overlay);
        getChildren()
                .addAll(
                        ActionControls.iconButton(actions.get("edit.undo")),
                        ActionControls.iconButton(actions.get("edit.redo")),
                        layers(overlay),
                        palette,
                        confidence,
                        iou,
                        gap,
                        wordy(actions, "model.predict"),
                        wordy(actions, "edit.accept"),
                        wordy(actions, "edit.reviewed"));
        actions.find("evaluate.split").ifPresent(action -> {
            Button evaluate = ActionControls.iconButton(action);
            economies.add(saving -> show(evaluate, !saving));
            getChildren().add(evaluate);
        });
        // From the right: predicting keeps its word longest.
        Collections.reverse(economies);
        actions.find("train.fine-tune").ifPresent(action -> {
            Button fineTune = ActionControls.button(action);
            fineTune.getStyleClass().add("accent");
            economies.add(saving -> show(fineTune, !saving));
            getChildren().add(fineTune);
        });
        getChildren().stream()
                .filter(node -> node != gap && node instanceof Region)
                .forEach(node -> ((Region) node).setMinWidth(Region.USE_PREF_SIZE));
        economies.add(saving -> show(iou, !saving));
        economies.add(saving -> show(palette, !saving));
        widthProperty().subscribe(width -> fit(width.doubleValue()));
        // The row may come into the window piece by piece, after its width.
        getChildren().subscribe(() -> {
            if (getWidth() > 0) {
                fit(getWidth());
            }
        });
    }

    /** Never wider than the window: what does not fit is given up, not clipped. */
    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    private void fit(double width) {
        applyCss();
        economies.forEach(economy -> economy.accept(false));
        for (Consumer<Boolean> economy : economies) {
            if (prefWidth(-1) <= width) {
                return;
            }
            economy.accept(true);
        }
    }

    /** A button with words; its icon alone where they find no room. */
    private Button wordy(ActionCatalog actions, String id) {
        UiAction action = actions.get(id);
        Button button = ActionControls.button(action);
        Node icon = action.icon().map(Icons::of).orElse(null);
        economies.add(saving -> {
            button.setGraphic(saving ? icon : null);
            button.setContentDisplay(saving && icon != null ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TEXT_ONLY);
        });
        return button;
    }

    /** What finds no room is in the menus too. */
    private static void show(Region control, boolean shown) {
        control.setVisible(shown);
        control.setManaged(shown);
    }

    private SegmentedButton layers(OverlayViewModel overlay) {
        SegmentedButton layers = new SegmentedButton();
        layers.setToggleGroup(null);
        for (OverlayOptions.Switch layer : OverlayOptions.Switch.values()) {
            String key = "layer." + layer.name().toLowerCase(Locale.ROOT).replace('_', '-');
            ToggleButton toggle = new ToggleButton(messages.text(key));
            toggle.selectedProperty().bindBidirectional(overlay.shown(layer));
            toggle.setTooltip(ActionControls.tooltip(messages.text(key + ".hint")));
            toggle.setFocusTraversable(false);
            layers.getButtons().add(toggle);
        }
        return layers;
    }

    private MenuButton palette(OverlayViewModel overlay) {
        MenuButton button = new MenuButton();
        ToggleGroup group = new ToggleGroup();
        Map<Palette, RadioMenuItem> items = new java.util.EnumMap<>(Palette.class);
        for (Palette palette : List.of(Palette.values())) {
            RadioMenuItem item = new RadioMenuItem(name(palette));
            item.setToggleGroup(group);
            item.setOnAction(event -> overlay.paletteProperty().set(palette));
            items.put(palette, item);
            button.getItems().add(item);
        }
        button.getItems().add(new SeparatorMenuItem());
        button.getItems().add(opacity(overlay, "toolbar.opacity-labels", true));
        button.getItems().add(opacity(overlay, "toolbar.opacity-predictions", false));
        overlay.paletteProperty().subscribe(chosen -> {
            button.setText(messages.text("toolbar.palette", name(chosen)));
            items.forEach((palette, item) -> item.setSelected(palette == chosen));
        });
        button.setTooltip(ActionControls.tooltip(messages.text("toolbar.palette.hint")));
        button.setFocusTraversable(false);
        return button;
    }

    private CustomMenuItem opacity(OverlayViewModel overlay, String key, boolean ofLabels) {
        OverlayOptions before = overlay.optionsProperty().get();
        Slider slider = new Slider(0, 1, ofLabels ? before.groundTruthOpacity() : before.predictionOpacity());
        slider.setAccessibleText(messages.text(key));
        slider.valueProperty().subscribe(value -> {
            OverlayOptions now = overlay.optionsProperty().get();
            overlay.optionsProperty()
                    .set(
                            ofLabels
                                    ? now.withOpacity(value.doubleValue(), now.predictionOpacity())
                                    : now.withOpacity(now.groundTruthOpacity(), value.doubleValue()));
        });
        Label name = new Label(messages.text(key));
        name.setMinWidth(OPACITY_NAME_WIDTH);
        HBox row = new HBox(10, name, slider);
        row.setAlignment(Pos.CENTER_LEFT);
        return new CustomMenuItem(row, false);
    }

    private String name(Palette palette) {
        return messages.text("palette." + palette.name().toLowerCase(Locale.ROOT));
    }
}
