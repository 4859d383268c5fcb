package org.posewright.app.view.problems;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.check.Diagnosis;
import org.posewright.annotations.check.Fix;
import org.posewright.annotations.model.Finding;
import org.posewright.app.text.Messages;
import org.posewright.app.view.parts.ActionControls;
import org.posewright.app.view.parts.Icons;
import org.posewright.app.viewmodel.check.DatasetCheckViewModel;

/**
 * Problems below the picture: where, what, what to do, and a button for what can be repaired mechanically. A click on a row goes to the
 * picture and the person; the table stays, so that the next problem is one key away.
 */
public final class CheckPanel extends BorderPane {

    private static final double ROW_HEIGHT = 30;
    private static final double HEIGHT = 232;

    private final DatasetCheckViewModel check;
    private final Messages messages;
    private final TableView<Diagnosis> table = new TableView<>();
    private final Button fixAll = new Button();

    public CheckPanel(DatasetCheckViewModel check, Messages messages) {
        this.check = check;
        this.messages = messages;
        getStyleClass().add("check-panel");
        setTop(header());
        setCenter(table);
        setMinHeight(120);
        setPrefHeight(HEIGHT);
        fillTable();
        visibleProperty().bind(check.shownProperty());
        managedProperty().bind(check.shownProperty());
        check.problemsProperty().subscribe(problems -> table.getItems().setAll(problems));
        check.revisionProperty().subscribe(revision -> {
            table.refresh();
            offerFixAll();
        });
    }

    private HBox header() {
        Label title = new Label(messages.text("problems.title").toUpperCase(messages.locale()));
        title.getStyleClass().add("heading");
        title.setMinWidth(USE_PREF_SIZE);
        Label summary = new Label();
        summary.textProperty().bind(check.summaryProperty());
        summary.getStyleClass().addAll("secondary", "small-text");
        summary.setMaxWidth(Double.MAX_VALUE);
        summary.setMinWidth(0);
        Tooltip whole = ActionControls.tooltip("");
        whole.textProperty().bind(check.summaryProperty());
        summary.setTooltip(whole);
        HBox.setHgrow(summary, Priority.ALWAYS);
        fixAll.getStyleClass().add("small");
        fixAll.setMinWidth(USE_PREF_SIZE);
        fixAll.setOnAction(event -> selected().ifPresent(check::fixAllLike));
        Button again = new Button(messages.text("problems.check"));
        again.getStyleClass().add("small");
        again.setMinWidth(USE_PREF_SIZE);
        again.setOnAction(event -> check.check());
        Button close = new Button();
        close.setGraphic(Icons.of("mdi2c-close"));
        close.getStyleClass().addAll("flat", "button-icon", "small");
        close.setAccessibleText(messages.text("dialog.close"));
        close.setTooltip(ActionControls.tooltip(messages.text("dialog.close")));
        close.setOnAction(event -> check.shownProperty().set(false));
        HBox header = new HBox(8, title, summary, fixAll, again, close);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("check-header");
        offerFixAll();
        return header;
    }

    private void fillTable() {
        table.getStyleClass().addAll("dense", "problem-table");
        table.setAccessibleText(messages.text("problems.title"));
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        Label none = new Label(messages.text("problems.none"));
        none.getStyleClass().add("secondary");
        table.setPlaceholder(none);
        table.getColumns().add(severity());
        table.getColumns().add(place());
        table.getColumns().add(text("problems.message", 430, finding -> messages.text(finding.problem())));
        table.getColumns().add(text("problems.remedy", 330, finding -> messages.text(finding.cure())));
        table.getColumns().add(repair());
        table.setRowFactory(view -> new Row());
        table.getSelectionModel().selectedItemProperty().subscribe(problem -> {
            if (problem != null) {
                check.goTo(problem);
            }
            offerFixAll();
        });
    }

    private Optional<Diagnosis> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private void offerFixAll() {
        int count = selected().map(check::countLike).orElse(0);
        fixAll.setText(messages.text("problems.fix-all", count));
        fixAll.setVisible(count > 1);
        fixAll.setManaged(count > 1);
    }

    private static String place(Finding finding) {
        String file = String.valueOf(finding.file().getFileName());
        if (finding.line().isPresent()) {
            return file + ":" + finding.line().getAsLong();
        }
        return finding.personId().isPresent() ? file + " #" + finding.personId().getAsLong() : file;
    }

    private TableColumn<Diagnosis, String> text(String key, double width, Function<Finding, String> value) {
        TableColumn<Diagnosis, String> column = new TableColumn<>(messages.text(key));
        column.setPrefWidth(width);
        column.setMinWidth(96);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(value.apply(row.getValue().finding())));
        return column;
    }

    /** Names of COCO's files differ at their end. */
    private TableColumn<Diagnosis, String> place() {
        TableColumn<Diagnosis, String> column = text("problems.place", 190, CheckPanel::place);
        column.setCellFactory(view -> {
            TableCell<Diagnosis, String> cell = new TableCell<>() {
                @Override
                protected void updateItem(@Nullable String place, boolean empty) {
                    super.updateItem(place, empty);
                    setText(place);
                }
            };
            cell.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
            return cell;
        });
        return column;
    }

    private TableColumn<Diagnosis, Finding.Severity> severity() {
        TableColumn<Diagnosis, Finding.Severity> column = new TableColumn<>();
        column.setPrefWidth(34);
        column.setMinWidth(34);
        column.setMaxWidth(34);
        column.setCellValueFactory(
                row -> new SimpleObjectProperty<>(row.getValue().finding().severity()));
        column.setCellFactory(view -> new SeverityCell());
        return column;
    }

    private TableColumn<Diagnosis, Diagnosis> repair() {
        TableColumn<Diagnosis, Diagnosis> column = new TableColumn<>();
        column.setPrefWidth(210);
        column.setMinWidth(110);
        column.setSortable(false);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(view -> new FixCell());
        return column;
    }

    /** Long sentences are read in the tooltip. */
    private final class Row extends TableRow<Diagnosis> {
        @Override
        protected void updateItem(@Nullable Diagnosis problem, boolean empty) {
            super.updateItem(problem, empty);
            setTooltip(
                    problem == null
                            ? null
                            : ActionControls.tooltip(problem.finding().file() + "\n"
                                    + messages.text(problem.finding().problem()) + "\n"
                                    + messages.text(problem.finding().cure())));
        }
    }

    private final class SeverityCell extends TableCell<Diagnosis, Finding.Severity> {
        @Override
        protected void updateItem(Finding.@Nullable Severity severity, boolean empty) {
            super.updateItem(severity, empty);
            if (severity == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            String name = severity.name().toLowerCase(Locale.ROOT);
            Node icon = Icons.of(
                    switch (severity) {
                        case ERROR -> "mdi2a-alert-circle";
                        case WARNING -> "mdi2a-alert-outline";
                        case NOTE -> "mdi2i-information-outline";
                    });
            icon.getStyleClass().add("severity-" + name);
            setGraphic(icon);
            setAccessibleText(messages.text("problems.severity." + name));
        }
    }

    /** The repair as a button, or what became of it. */
    private final class FixCell extends TableCell<Diagnosis, Diagnosis> {

        private final Button button = new Button();
        private final Label state = new Label();

        FixCell() {
            button.getStyleClass().add("small");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(event -> check.fix(getItem()));
            state.getStyleClass().addAll("secondary", "small-text");
        }

        @Override
        protected void updateItem(@Nullable Diagnosis problem, boolean empty) {
            super.updateItem(problem, empty);
            Optional<Fix.State> now = problem == null ? Optional.empty() : check.state(problem);
            if (problem == null || now.isEmpty()) {
                setGraphic(null);
            } else if (now.get() == Fix.State.OPEN) {
                button.setText(messages.text(problem.fix().orElseThrow().description()));
                setGraphic(button);
            } else {
                state.setText(messages.text(now.get() == Fix.State.DONE ? "problems.fixed" : "problems.outdated"));
                setGraphic(state);
            }
        }
    }

    /** The problems in the order of the table, for stories. */
    public List<Diagnosis> listed() {
        return List.copyOf(table.getItems());
    }
}
