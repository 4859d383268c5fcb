package org.posewright.app.view.evaluation;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.posewright.annotations.convert.ServerSubmission;
import org.posewright.app.text.Messages;

/** What COCO's server wants to know: subset, a name for the method, boxes or none. */
public final class SubmissionForm extends VBox {

    private static final String PART = "[A-Za-z0-9][A-Za-z0-9.-]*";

    private final TextField subset = new TextField("test-dev2017");
    private final TextField algorithm = new TextField();
    private final CheckBox boxes;
    private final ObservableValue<Boolean> valid;

    /**
     * @param suggestedAlgorithm a name for the method
     * @param what says what is written and how boxes change it
     */
    public SubmissionForm(String suggestedAlgorithm, String what, Messages messages) {
        algorithm.setText(suggestedAlgorithm.replaceAll("[^A-Za-z0-9.-]", "-"));
        boxes = new CheckBox(messages.text("submit.boxes"));
        valid = Bindings.createBooleanBinding(
                        () -> subset.getText().matches(PART)
                                && algorithm.getText().matches(PART),
                        subset.textProperty(),
                        algorithm.textProperty())
                .asObject();
        GridPane grid = new GridPane();
        grid.getStyleClass().add("figure-table");
        Label subsetName = new Label(messages.text("submit.subset"));
        subsetName.setLabelFor(subset);
        Label algorithmName = new Label(messages.text("submit.algorithm"));
        algorithmName.setLabelFor(algorithm);
        subset.setAccessibleText(messages.text("submit.subset"));
        algorithm.setAccessibleText(messages.text("submit.algorithm"));
        grid.addRow(0, subsetName, subset);
        grid.addRow(1, algorithmName, algorithm);
        Label file = new Label();
        file.getStyleClass().add("mono");
        file.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> valid.getValue() ? submission().stem() + ".zip" : messages.text("submit.invalid"),
                        valid,
                        subset.textProperty(),
                        algorithm.textProperty()));
        setSpacing(10);
        setPrefWidth(460);
        getChildren()
                .addAll(
                        grid,
                        file,
                        boxes,
                        Cards.note(messages.text("submit.boxes.note")),
                        Cards.note(what + " " + messages.text("submit.note")));
    }

    /** Whether server and file system take the names. */
    public ObservableValue<Boolean> valid() {
        return valid;
    }

    /**
     * What was filled in.
     *
     * @throws IllegalArgumentException while it is not {@link #valid}
     */
    public ServerSubmission submission() {
        return new ServerSubmission(subset.getText(), algorithm.getText(), boxes.isSelected());
    }
}
