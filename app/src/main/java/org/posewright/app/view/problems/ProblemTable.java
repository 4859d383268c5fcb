package org.posewright.app.view.problems;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.ImageKey;
import org.posewright.app.text.Messages;

/** Findings with file, line, what is wrong and what to do; a double click goes to the picture. */
public final class ProblemTable extends VBox {

    public ProblemTable(List<Finding> findings, Consumer<ImageKey> goTo, Messages messages) {
        super(8);
        TableView<Finding> table = new TableView<>();
        table.setAccessibleText(messages.text("action.file.problems"));
        table.getItems().setAll(findings);
        table.getColumns().add(column(messages.text("problems.severity"), 80, f -> f.severity()
                .name()
                .toLowerCase(Locale.ROOT)));
        table.getColumns().add(column(messages.text("problems.place"), 250, ProblemTable::place));
        table.getColumns().add(column(messages.text("problems.message"), 330, Finding::message));
        table.getColumns().add(column(messages.text("problems.remedy"), 250, Finding::remedy));
        table.setPlaceholder(new Label(messages.text("problems.none")));
        table.setOnMouseClicked(event -> {
            Finding chosen = table.getSelectionModel().getSelectedItem();
            if (event.getClickCount() == 2 && chosen != null) {
                chosen.image().ifPresent(goTo);
            }
        });
        table.setPrefSize(920, 420);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(new Label(messages.text("problems.count", findings.size())), table);
    }

    private static String place(Finding finding) {
        String file = String.valueOf(finding.file().getFileName());
        String line = finding.line().isPresent() ? ":" + finding.line().getAsLong() : "";
        String person =
                finding.personId().isPresent() ? " #" + finding.personId().getAsLong() : "";
        return file + line + person;
    }

    private static TableColumn<Finding, String> column(String title, double width, Function<Finding, String> value) {
        TableColumn<Finding, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        return column;
    }
}
