package org.posewright.app.view.inspector;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.posewright.annotations.model.Visibility;
import org.posewright.app.text.Decimals;
import org.posewright.app.text.Messages;
import org.posewright.app.theme.ThemeService;
import org.posewright.app.theme.ThemeTokens;
import org.posewright.app.view.parts.ActionControls;
import org.posewright.app.viewmodel.inspector.InspectorViewModel;
import org.posewright.app.viewmodel.inspector.JointRow;

/** The points of a person: place, flag, distance from the model's point, share of the error. Rows are reused. */
final class JointTable extends VBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double SHARE_INSET = 10;
    private static final double SHARE_WIDTH = 34;
    private static final double SHARE_HEIGHT = 6;
    private static final double[] WIDTHS = {0, 42, 42, 59, 37, 46};

    private final InspectorViewModel inspector;
    private final ThemeService theme;
    private final Messages messages;
    private final VBox rows = new VBox();

    /** One for all rows: a tooltip is a window of its own, and the table is made while a dataset opens. */
    private final Map<Visibility, Tooltip> flagNames = new EnumMap<>(Visibility.class);

    JointTable(InspectorViewModel inspector, ThemeService theme, Messages messages) {
        this.inspector = inspector;
        this.theme = theme;
        this.messages = messages;
        for (Visibility visibility : Visibility.values()) {
            flagNames.put(visibility, new Tooltip(messages.text("inspector.flag." + visibility.flag())));
        }
        GridPane header = grid("joint-header");
        String[] keys = {"joint", "x", "y", "flag", "px-off", "share"};
        for (int i = 0; i < keys.length; i++) {
            Label title = new Label(messages.text("inspector." + keys[i]));
            title.setMinWidth(Region.USE_PREF_SIZE);
            title.setPadding(new Insets(0, 0, 0, i == keys.length - 1 ? SHARE_INSET : 0));
            header.add(title, i, 0);
        }
        getChildren().addAll(header, rows);
        header.visibleProperty().bind(inspector.jointsProperty().map(joints -> !joints.isEmpty()));
        header.managedProperty().bind(header.visibleProperty());
        inspector.jointsProperty().subscribe(this::show);
        theme.tokensProperty().subscribe(() -> show(inspector.jointsProperty().get()));
    }

    /** Makes a row before it is needed. */
    void prepareRow() {
        Reuse.spare(rows, new Row());
    }

    private void show(List<JointRow> joints) {
        Reuse.rows(rows, joints.size(), Row::new);
        double largest = joints.stream().mapToDouble(JointRow::share).max().orElse(0);
        for (int i = 0; i < joints.size(); i++) {
            ((Row) rows.getChildren().get(i)).show(joints.get(i), largest);
        }
    }

    private static GridPane grid(String styleClass) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add(styleClass);
        for (int i = 0; i < WIDTHS.length; i++) {
            ColumnConstraints column = new ColumnConstraints();
            if (i == 0) {
                column.setHgrow(Priority.ALWAYS);
                column.setMinWidth(64);
            } else {
                column.setMinWidth(WIDTHS[i]);
                column.setPrefWidth(WIDTHS[i]);
                column.setMaxWidth(WIDTHS[i]);
                column.setHalignment(i == 5 ? HPos.LEFT : HPos.RIGHT);
            }
            grid.getColumnConstraints().add(column);
        }
        return grid;
    }

    private final class Row extends StackPane {
        private final Circle colour = new Circle(4);
        private final Label name = new Label();
        private final Tooltip fullName = ActionControls.tooltip("");
        private final Label x = new Label();
        private final Label y = new Label();
        private final Label off = new Label();
        private final Region share = new Region();
        private final ToggleButton[] flags = new ToggleButton[Visibility.values().length];
        private JointRow shown;

        @SuppressWarnings("NullAway.Init")
        Row() {
            GridPane grid = grid("joint-row-grid");
            grid.setAlignment(Pos.CENTER_LEFT);
            getStyleClass().add("joint-row");
            HBox joint = new HBox(8, colour, name);
            joint.setAlignment(Pos.CENTER_LEFT);
            name.setMinWidth(0);
            name.setTooltip(fullName);
            share.getStyleClass().add("share-bar");
            // All shares change with every move of one point; unmanaged, they cost no layout of their rows.
            share.setManaged(false);
            share.relocate(SHARE_INSET, 0);
            Pane bar = new Pane(share);
            bar.setMinHeight(SHARE_HEIGHT);
            bar.setMaxHeight(SHARE_HEIGHT);
            grid.addRow(0, joint, x, y, flagSwitch(), off, bar);
            getChildren().add(grid);
            setOnMouseClicked(event -> inspector.selectJoint(shown));
        }

        private Node flagSwitch() {
            HBox box = new HBox();
            box.getStyleClass().add("flag-switch");
            box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            for (Visibility visibility : Visibility.values()) {
                ToggleButton flag = new ToggleButton(Integer.toString(visibility.flag()));
                flag.getStyleClass().add("flag");
                flag.setFocusTraversable(false);
                flag.setAccessibleText(messages.text("inspector.flag." + visibility.flag()));
                flag.setTooltip(flagNames.get(visibility));
                flag.setOnAction(event -> {
                    inspector.setVisibility(shown, visibility);
                    showFlag(shown.visibility());
                });
                flags[visibility.ordinal()] = flag;
                box.getChildren().add(flag);
            }
            return box;
        }

        private void showFlag(Visibility now) {
            for (Visibility visibility : Visibility.values()) {
                flags[visibility.ordinal()].setSelected(visibility == now);
            }
        }

        void show(JointRow row, double largestShare) {
            shown = row;
            ThemeTokens tokens = theme.tokensProperty().get();
            boolean labeled = row.visibility().isLabeled();
            colour.setFill(tokens.color(
                    switch (row.side()) {
                        case LEFT -> "-pw-left";
                        case RIGHT -> "-pw-right";
                        case MIDDLE -> "-color-fg-default";
                    }));
            name.setText(row.name());
            fullName.setText(row.name());
            x.setText(labeled ? number(row.x()) : "–");
            y.setText(labeled ? number(row.y()) : "–");
            off.setText(pixels(row.pixelsOff()));
            share.resize(largestShare > 0 ? SHARE_WIDTH * row.share() / largestShare : 0, SHARE_HEIGHT);
            share.setVisible(row.share() > 0.005);
            showFlag(row.visibility());
            pseudoClassStateChanged(SELECTED, row.selected());
        }
    }

    private static String number(double value) {
        return Decimals.of(value, 1);
    }

    private static String pixels(OptionalDouble off) {
        return off.isPresent() ? number(off.getAsDouble()) : "–";
    }
}
