package org.posewright.app.view.evaluation;

import java.util.Optional;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.evaluation.CocoSummary;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.evaluation.EvaluationViewModel;
import org.posewright.app.viewmodel.evaluation.SplitEvaluation;

/** COCO's ten numbers in short, with Ultralytics' own beside them. */
final class NumbersCard extends VBox {

    private final Messages messages;
    private final VBox rows = new VBox();

    NumbersCard(EvaluationViewModel evaluation, Messages messages) {
        this.messages = messages;
        rows.getStyleClass().add("figure-rows");
        getChildren().setAll(Cards.card(messages.text("compare.coco"), rows));
        evaluation.resultProperty().subscribe(this::show);
    }

    private void show(@Nullable SplitEvaluation result) {
        rows.getChildren().clear();
        if (result == null) {
            rows.getChildren().add(Cards.note(messages.text("compare.coco.empty")));
            return;
        }
        CocoSummary coco = result.coco();
        rows.getChildren()
                .addAll(
                        Cards.figure("AP", Cards.number(coco.ap()), "emphasis"),
                        Cards.figure("AP50 · AP75", pair(coco.ap50(), coco.ap75())),
                        Cards.figure(messages.text("compare.ap-sizes"), pair(coco.apMedium(), coco.apLarge())),
                        Cards.figure("AR", Cards.number(coco.ar()), "emphasis"),
                        Cards.figure("AR50 · AR75", pair(coco.ar50(), coco.ar75())),
                        Cards.figure(messages.text("compare.ar-sizes"), pair(coco.arMedium(), coco.arLarge())),
                        Cards.figure(messages.text("compare.ultralytics-pose"), theirs(result), "secondary"));
    }

    private static String theirs(SplitEvaluation result) {
        return result.report()
                .map(report -> Cards.number(report.ultralytics().pose().map()))
                .or(() -> Optional.of("…"))
                .get();
    }

    private static String pair(double one, double other) {
        return Cards.number(one) + " · " + Cards.number(other);
    }
}
