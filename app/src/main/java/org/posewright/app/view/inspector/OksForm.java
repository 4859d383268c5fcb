package org.posewright.app.view.inspector;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.posewright.annotations.evaluation.AreaRule;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Skeletons;
import org.posewright.app.text.Messages;

/** Source of the area and a sigma for each point, with presets. */
public final class OksForm extends VBox {

    private static final double TABLE_HEIGHT = 300;
    private static final double SMALLEST_READABLE = 0.001;

    private final Skeleton dataset;
    private final Messages messages;
    private final List<TextField> fields = new ArrayList<>();
    private final RadioButton segmentation;
    private List<Double> filled = List.of();
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(this, "valid", true);

    /**
     * @param dataset as the dataset has it
     * @param now with the sigmas in force
     */
    public OksForm(Skeleton dataset, Skeleton now, AreaRule areaRule, Messages messages) {
        super(12);
        this.dataset = dataset;
        this.messages = messages;
        ToggleGroup areas = new ToggleGroup();
        segmentation = radio("oks.area.segmentation", areas);
        RadioButton share = radio("oks.area.box", areas);
        areas.selectToggle(areaRule == AreaRule.SEGMENTATION ? segmentation : share);
        getChildren().addAll(heading("oks.area"), segmentation, share, heading("oks.sigmas"), presets(), table(now));
    }

    public ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }

    public AreaRule areaRule() {
        return segmentation.isSelected() ? AreaRule.SEGMENTATION : AreaRule.BOX_SHARE;
    }

    /** The sigmas in the order of the points, exact where a field was left as it was filled; empty while one is no positive number. */
    public Optional<List<Double>> sigmas() {
        List<Double> values = new ArrayList<>();
        for (int k = 0; k < fields.size(); k++) {
            String typed = fields.get(k).getText().strip();
            try {
                double value = Double.parseDouble(typed);
                if (!(value > 0) || Double.isInfinite(value)) {
                    return Optional.empty();
                }
                values.add(k < filled.size() && typed.equals(text(filled.get(k))) ? filled.get(k) : value);
            } catch (NumberFormatException noNumber) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private HBox presets() {
        HBox row = new HBox(8, preset("oks.preset.dataset", dataset.sigmas()));
        row.setAlignment(Pos.CENTER_LEFT);
        if (dataset.size() == Skeletons.COCO_PERSON.size()) {
            row.getChildren().add(preset("oks.preset.coco", Skeletons.COCO_PERSON.sigmas()));
        }
        row.getChildren().add(preset("oks.preset.equal", Collections.nCopies(dataset.size(), 1.0 / dataset.size())));
        return row;
    }

    private Button preset(String text, List<Double> sigmas) {
        Button button = new Button(messages.text(text));
        button.setAccessibleText(messages.text(text));
        button.setOnAction(event -> fill(sigmas));
        return button;
    }

    private ScrollPane table(Skeleton now) {
        GridPane rows = new GridPane();
        rows.setHgap(14);
        rows.setVgap(4);
        for (int k = 0; k < dataset.size(); k++) {
            String name = dataset.keypointNames().get(k).replace('_', ' ');
            TextField field = new TextField();
            field.setPrefColumnCount(8);
            field.setAccessibleText(messages.text("oks.sigma-of", name));
            field.textProperty().subscribe(ignored -> valid.set(sigmas().isPresent()));
            fields.add(field);
            Label label = new Label(name);
            label.setMinWidth(USE_PREF_SIZE);
            rows.addRow(k, label, field);
        }
        fill(now.sigmas());
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(TABLE_HEIGHT);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    private void fill(List<Double> sigmas) {
        filled = List.copyOf(sigmas);
        for (int k = 0; k < fields.size(); k++) {
            fields.get(k).setText(text(sigmas.get(k)));
        }
        valid.set(sigmas().isPresent());
    }

    /** Four decimals: COCO's 0.26 / 10 is 0.026000000000000002, which nobody wants to read. */
    private static String text(double sigma) {
        return String.format(Locale.ROOT, sigma < SMALLEST_READABLE ? "%.4g" : "%.4f", sigma);
    }

    private Label heading(String text) {
        Label label = new Label(messages.text(text));
        label.getStyleClass().add("title-4");
        return label;
    }

    private RadioButton radio(String text, ToggleGroup group) {
        RadioButton radio = new RadioButton(messages.text(text));
        radio.setAccessibleText(messages.text(text));
        radio.setToggleGroup(group);
        return radio;
    }
}
