package org.posewright.app.view.finetune;

import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.posewright.app.text.Messages;
import org.posewright.app.view.parts.ActionControls;
import org.posewright.app.viewmodel.finetune.RunViewModel;
import org.posewright.app.viewmodel.finetune.SettingField;
import org.posewright.app.viewmodel.finetune.TrainingSettings;

/** The augmentation of the next run beside its batches: what is changed here shows at once and stays for the dialog. */
public final class AugmentationPane extends VBox {

    private static final double DEGREES = 180;
    private static final double SHEAR = 45;
    private static final double PERSPECTIVE = 0.001;

    public AugmentationPane(TrainingSettings settings, RunViewModel run, Messages messages) {
        GridPane grid = new GridPane();
        grid.setHgap(8);
        grid.setVgap(5);
        for (SettingField field : settings.augmentationFields()) {
            if (!field.name().equals("close_mosaic")) {
                row(grid, field);
            }
        }
        getChildren().setAll(Cards.card(messages, "train.form.augmentation", grid));
        run.runProperty().subscribe(shown -> {
            setVisible(shown == null);
            setManaged(shown == null);
        });
    }

    private static void row(GridPane grid, SettingField field) {
        Label name = new Label(field.name());
        name.setMinWidth(USE_PREF_SIZE);
        name.setTooltip(ActionControls.tooltip(field.spec().meaning()));
        double highest =
                switch (field.name()) {
                    case "degrees" -> DEGREES;
                    case "shear" -> SHEAR;
                    case "perspective" -> PERSPECTIVE;
                    default -> 1;
                };
        Slider slider = new Slider(0, highest, 0);
        slider.setAccessibleText(field.name() + ": " + field.spec().meaning());
        TextField text = new TextField();
        text.textProperty().bindBidirectional(field.textProperty());
        text.setPrefColumnCount(5);
        text.setAccessibleText(field.name());
        field.textProperty().subscribe(value -> {
            boolean isNumber = value.strip().matches("[0-9]*\\.?[0-9]+([eE]-?[0-9]+)?");
            if (isNumber && !slider.isValueChanging()) {
                slider.setValue(Double.parseDouble(value.strip()));
            }
        });
        slider.valueProperty().subscribe((before, now) -> {
            if (slider.isValueChanging() || slider.isFocused()) {
                text.setText(rounded(now.doubleValue(), highest));
            }
        });
        grid.addRow(grid.getRowCount(), name, slider, text);
    }

    private static String rounded(double value, double highest) {
        int digits = highest < 0.01 ? 5 : highest > 1 ? 1 : 3;
        double power = Math.pow(10, digits);
        return Double.toString(Math.rint(value * power) / power);
    }
}
