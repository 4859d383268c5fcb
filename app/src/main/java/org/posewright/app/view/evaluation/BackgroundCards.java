package org.posewright.app.view.evaluation;

import java.util.List;
import java.util.Locale;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.posewright.annotations.evaluation.diagnosis.BackgroundReport;
import org.posewright.app.text.Messages;

/** Background errors: who is missed, and how many detections mean nobody. */
final class BackgroundCards {

    private static final double FIRST_COLUMN = 118;

    private final Messages messages;

    BackgroundCards(Messages messages) {
        this.messages = messages;
    }

    /** Counts at every OKS threshold. */
    VBox byThreshold(BackgroundReport report) {
        GridPane table = table("compare.background.oks", "compare.background.extra", "compare.background.missed");
        for (int t = 0; t < report.oksThresholds().size(); t++) {
            Cards.addRow(
                    table,
                    t + 1,
                    String.format(Locale.ROOT, "%.2f", report.oksThresholds().get(t)),
                    Long.toString(report.falsePositives().get(t)),
                    Long.toString(report.falseNegatives().get(t)));
        }
        return new VBox(8, table, Cards.note(messages.text("compare.background.note")));
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
        GridPane table = table(
                key,
                "compare.background.people",
                "compare.background.missed",
                "compare.background.found",
                "compare.background.extra");
        int row = 1;
        for (BackgroundReport.Group group : groups) {
            Cards.addRow(
                    table,
                    row++,
                    group.rangeText(),
                    Long.toString(group.people()),
                    Long.toString(group.missed()),
                    Double.isNaN(group.recall()) ? "–" : String.format(Locale.ROOT, "%.0f %%", 100 * group.recall()),
                    group.falsePositives() < 0 ? "–" : Long.toString(group.falsePositives()));
        }
        return table;
    }

    private GridPane table(String... keys) {
        GridPane table =
                Cards.table(java.util.Arrays.stream(keys).map(messages::text).toArray(String[]::new));
        table.setVgap(2);
        table.getColumnConstraints().get(0).setMinWidth(FIRST_COLUMN);
        return table;
    }
}
