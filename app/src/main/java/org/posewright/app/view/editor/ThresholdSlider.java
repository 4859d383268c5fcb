package org.posewright.app.view.editor;

import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.posewright.app.text.Messages;
import org.posewright.app.view.parts.ActionControls;

/** A threshold of what is shown of predictions, with its name and number. */
final class ThresholdSlider extends HBox {

    private static final double LEAST = 0.01;

    /**
     * @param key of its name; {@code key.hint} says what it does
     * @param value in [0.01, 1]
     */
    ThresholdSlider(String key, DoubleProperty value, Messages messages) {
        Label name = new Label(messages.text(key));
        name.setMinWidth(Region.USE_PREF_SIZE);
        Slider slider = new Slider(LEAST, 1, value.get());
        slider.setBlockIncrement(LEAST);
        slider.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().bindBidirectional(value);
        slider.setAccessibleText(messages.text(key));
        Label number = new Label();
        number.getStyleClass().add("value");
        number.setMinWidth(Region.USE_PREF_SIZE);
        number.textProperty().bind(value.map(v -> String.format(Locale.ROOT, "%.2f", v.doubleValue())));
        getChildren().addAll(name, slider, number);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("tool-group");
        Tooltip.install(this, ActionControls.tooltip(messages.text(key + ".hint")));
    }
}
