package org.posewright.app.view.evaluation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.evaluation.suspect.Verdict;
import org.posewright.annotations.model.Skeleton;
import org.posewright.app.text.Messages;
import org.posewright.app.view.parts.ActionControls;
import org.posewright.app.viewmodel.evaluation.CaseKind;
import org.posewright.app.viewmodel.evaluation.CaseRepair;
import org.posewright.app.viewmodel.evaluation.CaseWords;
import org.posewright.app.viewmodel.evaluation.EvaluationModels;
import org.posewright.app.viewmodel.evaluation.WorkCase;

/** The chosen case in a sentence, its repairs and the verdict, each with its key. */
final class CaseCard extends VBox {

    private static final Map<CaseRepair, String> KEYS = Map.of(
            CaseRepair.SWAP_SIDES, "S",
            CaseRepair.SWAP_PEOPLE, "X",
            CaseRepair.TAKE_MODEL, "M",
            CaseRepair.REMOVE_PERSON, "R");

    /** OKS that nobody sees in three decimals. */
    private static final double LEAST_GAIN = 0.0005;

    private final EvaluationModels models;
    private final CaseWords words;
    private final Messages messages;
    private final Label title = new Label();
    private final Label sentence = new Label();
    private final FlowPane repairs = new FlowPane(6, 6);
    private final FlowPane verdicts = new FlowPane(6, 6);
    private final Map<CaseRepair, Button> buttons = new EnumMap<>(CaseRepair.class);
    private final Map<Verdict, ToggleButton> verdictButtons = new EnumMap<>(Verdict.class);
    private final Button edit;

    CaseCard(EvaluationModels models, CaseWords words, Messages messages) {
        this.models = models;
        this.words = words;
        this.messages = messages;
        getStyleClass().addAll("card", "compare-card");
        title.getStyleClass().add("heading");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        for (CaseRepair repair : CaseRepair.values()) {
            Button button = new Button(messages.text(repair.messageKey()));
            button.setOnAction(event -> models.repairs().repair(repair));
            buttons.put(repair, prepare(button, messages.text(repair.messageKey() + ".hint")));
            repairs.getChildren().add(button);
        }
        edit = new Button(messages.text("repair.edit") + "  E");
        edit.setOnAction(event -> models.repairs().editByHand());
        repairs.getChildren().add(prepare(edit, messages.text("repair.edit.hint")));
        Label verdictTitle = new Label(messages.text("compare.verdict").toUpperCase(messages.locale()));
        verdictTitle.getStyleClass().add("heading");
        int number = 1;
        for (Verdict verdict : Verdict.values()) {
            ToggleButton button = new ToggleButton(messages.text(key(verdict)) + "  " + number++);
            button.setOnAction(event -> models.queue().giveVerdict(verdict));
            button.getStyleClass().add("small-button");
            button.setFocusTraversable(false);
            button.setTooltip(ActionControls.tooltip(messages.text("compare.verdict.hint")));
            verdictButtons.put(verdict, button);
            verdicts.getChildren().add(button);
        }
        getChildren().addAll(title, sentence, repairs, verdictTitle, verdicts);
        models.queue().selectedProperty().subscribe(this::show);
        models.evaluation()
                .resultProperty()
                .subscribe(() -> show(models.queue().selectedProperty().get()));
        models.verdicts().bookProperty().subscribe(this::showVerdict);
    }

    private static String key(Verdict verdict) {
        return "queue.verdict."
                + verdict.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static Button prepare(Button button, String hint) {
        button.getStyleClass().add("small-button");
        button.setFocusTraversable(false);
        button.setTooltip(ActionControls.tooltip(hint));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private void show(@Nullable WorkCase item) {
        boolean any = item != null;
        repairs.setVisible(any);
        repairs.setManaged(any);
        verdicts.setDisable(!any);
        showVerdict();
        if (item == null) {
            title.setText(messages.text("compare.no-case").toUpperCase(messages.locale()));
            sentence.setText(messages.text(
                    models.evaluation().result().isPresent() ? "compare.no-case.done" : "compare.no-case.sentence"));
            return;
        }
        Skeleton skeleton = models.queue().skeleton();
        OptionalInt number = models.queue().personNumber(item);
        title.setText(words.title(item, number).toUpperCase(messages.locale()));
        OptionalDouble after = swapGain(item);
        sentence.setText(words.sentence(item, skeleton, after));
        Optional<CaseRepair> best = best(item);
        for (CaseRepair repair : CaseRepair.values()) {
            Button button = buttons.get(repair);
            button.setVisible(models.repairs().fits(repair, item));
            button.getStyleClass().remove("accent");
            if (best.filter(repair::equals).isPresent()) {
                button.getStyleClass().add("accent");
            }
            button.setText(text(repair, item) + "  " + KEYS.get(repair));
        }
    }

    /** An exchange that helps comes first: it keeps the points that a person placed. */
    private Optional<CaseRepair> best(WorkCase item) {
        List<CaseRepair> fitting = Arrays.stream(CaseRepair.values())
                .filter(repair -> models.repairs().fits(repair, item))
                .toList();
        return fitting.stream()
                .filter(repair -> repair != CaseRepair.SWAP_SIDES && repair != CaseRepair.SWAP_PEOPLE
                        || item.kind() == CaseKind.SUSPECT
                        || helps(repair, item))
                .findFirst();
    }

    private boolean helps(CaseRepair repair, WorkCase item) {
        OptionalDouble after = models.repairs().oksAfter(repair, item);
        return after.isPresent() && after.getAsDouble() > item.oks() + LEAST_GAIN;
    }

    private String text(CaseRepair repair, WorkCase item) {
        boolean accept = repair == CaseRepair.TAKE_MODEL && item.person().isEmpty();
        return messages.text(accept ? "repair.accept-person" : repair.messageKey());
    }

    private OptionalDouble swapGain(WorkCase item) {
        return best(item)
                .filter(repair -> repair == CaseRepair.SWAP_SIDES || repair == CaseRepair.SWAP_PEOPLE)
                .map(repair -> models.repairs().oksAfter(repair, item))
                .orElse(OptionalDouble.empty());
    }

    private void showVerdict() {
        WorkCase item = models.queue().selectedProperty().get();
        verdictButtons.forEach((verdict, button) -> button.setSelected(item != null
                && models.verdicts().of(item.subject()).filter(verdict::equals).isPresent()));
    }

    /** Nodes in reading order, for tests and screen readers. */
    Node sentence() {
        return sentence;
    }
}
