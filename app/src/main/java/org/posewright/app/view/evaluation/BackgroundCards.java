package org.posewright.app.view.evaluation;

import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.posewright.annotations.evaluation.diagnosis.BackgroundReport;
import org.posewright.app.text.Messages;

/** Background errors: who is missed, and how many detections mean nobody. */
final class BackgroundCards {

    private final Messages messages;

    BackgroundCards(Messages messages) {
        this.messages = messages;
    }

    /** Counts at every OKS threshold. */
    VBox byThreshold(BackgroundReport report) {
        GridPane grid = grid("compare.background.oks", "compare.background.extra", "compare.background.missed");
        for (int t = 0; t < report.oksThresholds().size(); t++) {
            row(
                    grid,
                    t + 1,
                    String.format(Locale.ROOT, "%.2f", report.oksThresholds().get(t)),
                    Long.toString(report.falsePositives().get(t)),
                    Long.toString(report.falseNegatives().get(t)));
        }
        return new VBox(grid, Cards.note(messages.text("compare.background.note")));
    }

    /** People at OKS 0.75 by what makes them hard to find. */
    VBox groups(BackgroundReport report) {
        VBox all = new VBox(
                8,
                table("compare.background.points", report.byLabelledPoints()),
                table("compare.background.overlap", report.byOverlap()),
                table("compare.background.size", report.bySize()));
        all.getChildren().add(Cards.note(messages.text("compare.background.groups.note")));
        return all;
    }

    private GridPane table(String key, List<BackgroundReport.Group> groups) {
        GridPane grid = grid(
                key,
                "compare.background.people",
                "compare.background.missed",
                "compare.background.found",
                "compare.background.extra");
        int row = 1;
        for (BackgroundReport.Group group : groups) {
            row(
                    grid,
                    row++,
                    group.rangeText(),
                    Long.toString(group.people()),
                    Long.toString(group.missed()),
                    Double.isNaN(group.recall()) ? "–" : String.format(Locale.ROOT, "%.0f %%", 100 * group.recall()),
                    group.falsePositives() < 0 ? "–" : Long.toString(group.falsePositives()));
        }
        return grid;
    }

    private GridPane grid(String... keys) {
        GridPane grid = new GridPane();
        grid.setHgap(8);
        grid.setVgap(2);
        for (int column = 0; column < keys.length; column++) {
            Label head = new Label(messages.text(keys[column]));
            head.getStyleClass().addAll("secondary", "small-text");
            place(grid, head, column, 0);
        }
        return grid;
    }

    private static void row(GridPane grid, int row, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            Label cell = new Label(cells[column]);
            cell.getStyleClass().addAll("figure-value", "small-text");
            place(grid, cell, column, row);
        }
    }

    private static void place(GridPane grid, Label label, int column, int row) {
        GridPane.setHalignment(label, column == 0 ? HPos.LEFT : HPos.RIGHT);
        label.setMinWidth(Region.USE_PREF_SIZE);
        if (column == 0) {
            label.setMinWidth(118);
        }
        grid.add(label, column, row);
    }
}
