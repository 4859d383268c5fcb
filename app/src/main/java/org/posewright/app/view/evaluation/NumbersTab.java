package org.posewright.app.view.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.evaluation.diagnosis.RepairGains;
import org.posewright.annotations.evaluation.diagnosis.RepairStep;
import org.posewright.annotations.evaluation.report.ConfidenceCurve;
import org.posewright.annotations.evaluation.report.EvaluationReport;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.evaluation.CaseKind;
import org.posewright.app.viewmodel.evaluation.SplitEvaluation;

/** All numbers of a split: COCO's, Ultralytics', what repairing each kind of error would gain. */
final class NumbersTab extends CardFlow {

    private static final double CARD_WIDTH = 400;

    private final CaseLink cases;
    private final Messages messages;

    /** @param cases opens what is behind a count */
    NumbersTab(ObservableValue<@Nullable SplitEvaluation> result, CaseLink cases, Messages messages) {
        super(CARD_WIDTH);
        this.cases = cases;
        this.messages = messages;
        result.subscribe(this::show);
    }

    private void show(@Nullable SplitEvaluation result) {
        if (result == null) {
            showCards(List.of(Cards.note(messages.text("compare.page.empty"))));
            return;
        }
        List<Region> cards = new ArrayList<>();
        VBox coco = rows(result.coco().byName(), 6);
        coco.getChildren().add(Cards.note(HowNumbersAreMade.sentence(result, messages)));
        cards.add(Cards.card(messages.text("compare.coco"), coco));
        cards.add(Cards.card(messages.text("compare.counts"), counts(result)));
        result.report()
                .ifPresentOrElse(
                        report -> cards.addAll(views(report)),
                        () -> cards.add(Cards.note(messages.text("compare.gain.working"))));
        showCards(cards);
    }

    private List<Region> views(EvaluationReport report) {
        VBox theirs = rows(report.ultralytics().byName(), 4);
        theirs.getChildren().add(Cards.note(messages.text("compare.ultralytics.note")));
        BackgroundCards background = new BackgroundCards(messages);
        return List.of(
                Cards.card(messages.text("compare.ultralytics"), theirs),
                Cards.card(messages.text("compare.gains"), gains(report.gains())),
                Cards.card(messages.text("compare.background"), background.byThreshold(report.background())),
                Cards.card(messages.text("compare.background.groups"), background.groups(report.background())));
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
                        linked(
                                CaseKind.UNDETECTED,
                                result.diagnosis().falseNegatives().size()),
                        linked(
                                CaseKind.UNLABELED,
                                result.diagnosis().falsePositives().size()),
                        figure(
                                "compare.count.scoring",
                                result.diagnosis().scoringCases().size()));
        result.report().ifPresent(report -> believed(rows, report.confidence(), result.confidence()));
        rows.getChildren()
                .add(Cards.note(
                        messages.text("compare.counts.note", String.format(Locale.ROOT, "%.2f", result.confidence()))));
        return rows;
    }

    /** Precision, recall and F1 of what the confidence slider lets through. */
    private void believed(VBox rows, ConfidenceCurve curve, double confidence) {
        ConfidenceCurve.Point now = curve.at(confidence);
        rows.getChildren()
                .addAll(
                        Cards.figure(messages.text("compare.believed.precision"), Cards.number(now.precision())),
                        Cards.figure(messages.text("compare.believed.recall"), Cards.number(now.recall())),
                        Cards.figure(messages.text("compare.believed.f1"), Cards.number(now.f1())));
    }

    private HBox figure(String key, long value) {
        return Cards.figure(messages.text(key), Long.toString(value));
    }

    private HBox linked(CaseKind kind, long value) {
        String name = messages.text(kind.messageKey());
        Node figure =
                cases.link(value, kind, OptionalInt.empty(), messages.text("compare.show.accessible", name, value));
        figure.setDisable(value == 0);
        return Cards.figure(name, figure);
    }

    private VBox gains(RepairGains gains) {
        GridPane table = Cards.table(
                messages.text("compare.gains.step"),
                messages.text("compare.gains.alone"),
                messages.text("compare.gains.progressive"));
        int row = 1;
        for (RepairStep step : RepairStep.values()) {
            Cards.addRow(
                    table,
                    row++,
                    messages.text("gain." + step.name().toLowerCase(Locale.ROOT)),
                    String.format(Locale.ROOT, "%+.4f", gains.gainAlone(step)),
                    Cards.number(gains.apProgressive().getOrDefault(step, Double.NaN)));
        }
        return new VBox(8, table, Cards.note(messages.text("compare.gains.note")));
    }
}
