package org.posewright.app.view.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.evaluation.diagnosis.KeypointError;
import org.posewright.annotations.evaluation.diagnosis.RepairGains;
import org.posewright.annotations.evaluation.diagnosis.RepairStep;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.evaluation.CaseKind;
import org.posewright.app.viewmodel.evaluation.SplitEvaluation;
import org.posewright.app.viewmodel.evaluation.WorkQueueViewModel;

/** How many joints fell into each error class; each count opens its cases. */
final class ErrorClassesCard extends VBox {

    private static final List<CaseKind> ROWS = List.of(
            CaseKind.GOOD,
            CaseKind.JITTER,
            CaseKind.INVERSION,
            CaseKind.SWAP,
            CaseKind.MISS,
            CaseKind.UNDETECTED,
            CaseKind.UNLABELED);

    private static final double NAME_WIDTH = 86;
    private static final double COUNT_WIDTH = 44;

    private final WorkQueueViewModel queue;
    private final Messages messages;
    private final VBox rows = new VBox();

    ErrorClassesCard(
            javafx.beans.value.ObservableValue<@Nullable SplitEvaluation> result,
            WorkQueueViewModel queue,
            Messages messages) {
        this.queue = queue;
        this.messages = messages;
        rows.getStyleClass().add("figure-rows");
        getChildren().setAll(Cards.card(messages.text("compare.errors"), rows));
        result.subscribe(this::show);
    }

    private void show(@Nullable SplitEvaluation result) {
        rows.getChildren().clear();
        if (result == null) {
            rows.getChildren().add(Cards.note(messages.text("compare.errors.empty")));
            return;
        }
        long largest =
                ROWS.stream().mapToLong(kind -> count(result, kind)).max().orElse(1);
        for (CaseKind kind : ROWS) {
            rows.getChildren().add(row(kind, count(result, kind), Math.max(1, largest)));
        }
        String gain = result.report().map(report -> gain(report.gains())).orElse(messages.text("compare.gain.working"));
        rows.getChildren().add(Cards.note(gain));
    }

    private static long count(SplitEvaluation result, CaseKind kind) {
        return switch (kind) {
            case GOOD, JITTER, INVERSION, SWAP, MISS ->
                result.diagnosis().counts().of(KeypointError.valueOf(kind.name()));
            case UNDETECTED, UNLABELED ->
                result.cases().stream().filter(item -> item.kind() == kind).count();
            case PICTURE, SUSPECT -> 0;
        };
    }

    private String gain(RepairGains gains) {
        RepairStep best = RepairStep.MISS;
        for (RepairStep step : List.of(RepairStep.SWAP, RepairStep.INVERSION, RepairStep.JITTER)) {
            best = gains.gainAlone(step) > gains.gainAlone(best) ? step : best;
        }
        return messages.text(
                "compare.gain",
                messages.text("case." + best.name().toLowerCase(Locale.ROOT)),
                String.format(Locale.ROOT, "%+.3f", gains.gainAlone(best)));
    }

    private HBox row(CaseKind kind, long count, long largest) {
        Label name = new Label(messages.text(kind.messageKey()));
        name.setMinWidth(NAME_WIDTH);
        Region bar = new Region();
        bar.getStyleClass().addAll("class-bar", kind.name().toLowerCase(Locale.ROOT));
        StackPane room = new StackPane(bar);
        room.setAlignment(Pos.CENTER_LEFT);
        room.setMinWidth(20);
        HBox.setHgrow(room, Priority.ALWAYS);
        bar.maxWidthProperty().bind(room.widthProperty().multiply((double) count / largest));
        bar.minWidthProperty().bind(bar.maxWidthProperty());
        Label figure = new Label(Long.toString(count));
        figure.setMinWidth(COUNT_WIDTH);
        figure.getStyleClass().add("figures");
        Hyperlink show = new Hyperlink(messages.text("compare.show"));
        show.setMinWidth(Region.USE_PREF_SIZE);
        show.setAccessibleText(messages.text("compare.show.accessible", messages.text(kind.messageKey()), count));
        show.setDisable(count == 0);
        show.setOnAction(event -> {
            queue.showClass(kind, OptionalInt.empty());
            show.setVisited(false);
        });
        HBox row = new HBox(name, room, figure, show);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setSpacing(6);
        return row;
    }
}
