package org.posewright.app.view.editor;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.model.PredictionViewModel;

/** Both thresholds with what they do, for windows whose tool row has no room for them; acts while it is open. */
public final class ThresholdForm extends VBox {

    private static final double WIDTH = 420;

    public ThresholdForm(PredictionViewModel predictions, Messages messages) {
        super(6);
        setPrefWidth(WIDTH);
        getChildren()
                .addAll(
                        new ThresholdSlider("toolbar.confidence", predictions.confidenceProperty(), messages),
                        hint("toolbar.confidence.hint", messages),
                        new ThresholdSlider("toolbar.iou", predictions.iouProperty(), messages),
                        hint("toolbar.iou.hint", messages));
    }

    private static Label hint(String key, Messages messages) {
        Label label = new Label(messages.text(key));
        label.getStyleClass().addAll("secondary", "small-text");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
