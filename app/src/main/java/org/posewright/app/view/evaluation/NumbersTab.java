package org.posewright.app.view.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.evaluation.diagnosis.RepairGains;
import org.posewright.annotations.evaluation.diagnosis.RepairStep;
import org.posewright.annotations.evaluation.report.EvaluationReport;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.evaluation.SplitEvaluation;

/** All numbers of a split: COCO's, Ultralytics', what repairing each kind of error would gain. */
final class NumbersTab extends FlowPane {

    private static final double CARD_WIDTH = 400;

    private final Messages messages;

    NumbersTab(ObservableValue<@Nullable SplitEvaluation> result, Messages messages) {
        this.messages = messages;
        getStyleClass().add("compare-page");
        result.subscribe(this::show);
    }

    private void show(@Nullable SplitEvaluation result) {
        getChildren().clear();
        if (result == null) {
            getChildren().add(Cards.note(messages.text("compare.page.empty")));
            return;
        }
        VBox coco = rows(result.coco().byName(), 6);
        coco.getChildren().add(Cards.note(messages.text("compare.how")));
        addCard(messages.text("compare.coco"), coco);
        addCard(messages.text("compare.counts"), counts(result));
        if (result.report().isEmpty()) {
            getChildren().add(Cards.note(messages.text("compare.gain.working")));
            return;
        }
        EvaluationReport report = result.report().get();
        VBox theirs = rows(report.ultralytics().byName(), 4);
        theirs.getChildren().add(Cards.note(messages.text("compare.ultralytics.note")));
        addCard(messages.text("compare.ultralytics"), theirs);
        addCard(messages.text("compare.gains"), gains(report.gains()));
        BackgroundCards background = new BackgroundCards(messages);
        addCard(messages.text("compare.background"), background.byThreshold(report.background()));
        addCard(messages.text("compare.background.groups"), background.groups(report.background()));
    }

    private void addCard(String title, VBox rows) {
        VBox card = Cards.card(title, rows);
        card.setPrefWidth(CARD_WIDTH);
        getChildren().add(card);
    }

    private static VBox rows(Map<String, Double> numbers, int decimals) {
        VBox rows = new VBox();
        rows.getStyleClass().add("figure-rows");
        numbers.forEach((name, value) -> rows.getChildren()
                .add(Cards.figure(name, value < 0 ? "–" : String.format(Locale.ROOT, "%." + decimals + "f", value))));
        return rows;
    }

    private VBox counts(SplitEvaluation result) {
        VBox rows = new VBox();
        rows.getStyleClass().add("figure-rows");
        rows.getChildren()
                .addAll(
                        figure("compare.count.pictures", result.truth().imageCount()),
                        figure("compare.count.people", result.truth().truth().peopleCount()),
                        figure("compare.count.ignored", result.ignoredPeople()),
                        figure(
                                "compare.count.detections",
                                result.evaluation().input().detections().detectionCount()),
                        figure("compare.count.matched", result.diagnosis().matchedPeople()),
                        figure(
                                "case.undetected",
                                result.diagnosis().falseNegatives().size()),
                        figure(
                                "case.unlabeled",
                                result.diagnosis().falsePositives().size()),
                        figure(
                                "compare.count.scoring",
                                result.diagnosis().scoringCases().size()),
                        Cards.note(messages.text(
                                "compare.counts.note", String.format(Locale.ROOT, "%.2f", result.confidence()))));
        return rows;
    }

    private javafx.scene.layout.HBox figure(String key, long value) {
        return Cards.figure(messages.text(key), Long.toString(value));
    }

    private VBox gains(RepairGains gains) {
        VBox rows = new VBox();
        rows.getStyleClass().add("figure-rows");
        for (RepairStep step : List.of(RepairStep.values())) {
            rows.getChildren()
                    .add(Cards.figure(
                            messages.text("gain." + step.name().toLowerCase(Locale.ROOT)),
                            String.format(
                                    Locale.ROOT,
                                    "%+.4f · %.4f",
                                    gains.gainAlone(step),
                                    gains.apProgressive().getOrDefault(step, Double.NaN))));
        }
        rows.getChildren().add(Cards.note(messages.text("compare.gains.note")));
        return rows;
    }
}
