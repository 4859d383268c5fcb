package org.posewright.app.view.inspector;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.posewright.annotations.edit.command.ImageStatus.ReviewState;
import org.posewright.app.text.Messages;
import org.posewright.app.theme.ThemeService;
import org.posewright.app.view.parts.ActionControls;
import org.posewright.app.viewmodel.inspector.InspectorViewModel;

/** The right side of the editor. */
public final class InspectorView extends BorderPane {

    private final InspectorViewModel inspector;
    private final Messages messages;
    private final PeopleList people;
    private final JointTable joints;
    private Runnable onChangeOks = () -> {};

    public InspectorView(InspectorViewModel inspector, ThemeService theme, Messages messages) {
        this.inspector = inspector;
        this.messages = messages;
        getStyleClass().addAll("side", "right", "inspector");
        Label jointsTitle = heading("");
        jointsTitle.textProperty().bind(inspector.jointsTitleProperty().map(t -> t.toUpperCase(messages.locale())));
        Label nobody = new Label();
        nobody.textProperty().bind(inspector.emptyReasonProperty());
        nobody.getStyleClass().add("secondary");
        nobody.setWrapText(true);
        nobody.setPadding(new javafx.geometry.Insets(0, 12, 0, 12));
        nobody.visibleProperty().bind(inspector.emptyReasonProperty().isNotEmpty());
        nobody.managedProperty().bind(nobody.visibleProperty());
        people = new PeopleList(inspector, theme, messages);
        joints = new JointTable(inspector, theme, messages);
        VBox content =
                new VBox(heading(messages.text("inspector.people")), nobody, people, jointsTitle, joints, footnote());
        ScrollPane scroll = new QuietScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        setCenter(scroll);
        setBottom(noteArea());
        setMinWidth(250);
    }

    /** What "change" beneath the numbers does. */
    public void onChangeOks(Runnable action) {
        onChangeOks = action;
    }

    /** Makes a row for a person before it is needed. */
    public void preparePerson() {
        people.prepareRow();
    }

    /** Makes a row for a point before it is needed. */
    public void prepareJoint() {
        joints.prepareRow();
    }

    private Label heading(String text) {
        Label heading = new Label(text.toUpperCase(messages.locale()));
        heading.getStyleClass().add("heading");
        return heading;
    }

    private TextFlow footnote() {
        Text text = new Text();
        text.getStyleClass().add("note-text");
        text.textProperty().bind(inspector.footnoteProperty().map(t -> t.isEmpty() ? "" : t + " "));
        Hyperlink change = new Hyperlink(messages.text("inspector.change"));
        change.setOnAction(event -> {
            onChangeOks.run();
            change.setVisited(false);
        });
        change.setTooltip(ActionControls.tooltip(messages.text("inspector.change.hint")));
        TextFlow footnote = new TextFlow(text, change);
        footnote.getStyleClass().add("footnote");
        footnote.visibleProperty().bind(inspector.footnoteProperty().isNotEmpty());
        return footnote;
    }

    private VBox noteArea() {
        FlowPane states = new FlowPane(6, 6);
        Map<ReviewState, ToggleButton> chips = new EnumMap<>(ReviewState.class);
        for (ReviewState state : ReviewState.values()) {
            ToggleButton chip = new ToggleButton(
                    messages.text("status.image." + state.name().toLowerCase(Locale.ROOT)));
            chip.getStyleClass().add("chip");
            chip.setDisable(state == ReviewState.EDITED);
            chip.setOnAction(event -> {
                inspector.setStatus(state);
                chip.setSelected(inspector.statusProperty().get().state() == state);
            });
            chips.put(state, chip);
            states.getChildren().add(chip);
        }
        TextField note = new TextField();
        note.setPromptText(messages.text("inspector.note.prompt"));
        note.setAccessibleText(messages.text("inspector.note.prompt"));
        note.setOnAction(event -> inspector.setNote(note.getText().strip()));
        note.focusedProperty().subscribe(focused -> {
            if (!focused) {
                inspector.setNote(note.getText().strip());
            }
        });
        inspector.statusProperty().subscribe(status -> {
            chips.forEach((state, chip) -> chip.setSelected(state == status.state()));
            note.setText(status.note());
        });
        VBox area = new VBox(states, note);
        area.getStyleClass().add("note-area");
        return area;
    }

    /** Leaves the keyboard to the picture: a click on a row must not turn Tab and Page Down into scrolling. */
    private static final class QuietScrollPane extends ScrollPane {

        QuietScrollPane(Node content) {
            super(content);
            setFocusTraversable(false);
        }

        @Override
        public void requestFocus() {
            // Rows are chosen with the pointer; their keys belong to the canvas.
        }
    }
}
