package org.posewright.app.view.evaluation;

import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.posewright.annotations.evaluation.suspect.Verdict;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.text.Messages;
import org.posewright.app.theme.ThemeService;
import org.posewright.app.viewmodel.editor.PictureViewModel;
import org.posewright.app.viewmodel.evaluation.CaseKind;
import org.posewright.app.viewmodel.evaluation.CaseRepair;
import org.posewright.app.viewmodel.evaluation.EvaluationModels;

/** The pages of Compare, one shown at a time, and the keys of the work queue. */
public final class CompareView extends StackPane {

    private final EvaluationModels models;
    private final ObjectProperty<CompareTab> tab;
    private final QueueTab queue;

    public CompareView(
            ActionCatalog actions,
            EvaluationModels models,
            PictureViewModel pictures,
            ObjectProperty<CompareTab> tab,
            ThemeService theme,
            Messages messages) {
        this.models = models;
        this.tab = tab;
        getStyleClass().add("compare");
        queue = new QueueTab(models, pictures, theme, messages);
        add(CompareTab.QUEUE, queue);
        add(
                CompareTab.NUMBERS,
                scrolling(new NumbersTab(models.evaluation().resultProperty(), this::openCases, messages)));
        add(
                CompareTab.CURVES,
                scrolling(new CurvesTab(
                        models.evaluation().resultProperty(),
                        () -> models.queue().categoryNames(),
                        messages)));
        add(
                CompareTab.JOINTS,
                scrolling(new JointsTab(
                        models.evaluation().resultProperty(),
                        models.humanNoise().noiseProperty(),
                        this::openCases,
                        messages)));
        add(CompareTab.MODELS, new ModelsTab(actions, models, pictures, theme, messages));
        NothingEvaluated empty = new NothingEvaluated(actions, messages);
        empty.visibleProperty()
                .bind(models.evaluation()
                        .resultProperty()
                        .isNull()
                        .and(tab.isNotEqualTo(CompareTab.QUEUE))
                        .and(tab.isNotEqualTo(CompareTab.MODELS)));
        getChildren().add(empty);
        tab.subscribe(this::showPicture);
        // At the root: the keys belong to the screen, wherever in the window the focus is.
        EventHandler<KeyEvent> keys = this::pressed;
        sceneProperty().addListener((scene, before, now) -> {
            if (before != null) {
                before.getRoot().removeEventHandler(KeyEvent.KEY_PRESSED, keys);
            }
            if (now != null) {
                now.getRoot().addEventHandler(KeyEvent.KEY_PRESSED, keys);
            }
        });
    }

    /** Takes the focus, so that keys reach the queue, and opens the picture of the page again. */
    public void focus() {
        showPicture(tab.get());
        queue.canvas().glass().requestFocus();
    }

    private void openCases(CaseKind kind, OptionalInt joint) {
        models.queue().showClass(kind, joint);
        tab.set(CompareTab.QUEUE);
        focus();
    }

    private void showPicture(CompareTab page) {
        if (page == CompareTab.QUEUE) {
            models.queue().showAgain();
        } else if (page == CompareTab.MODELS) {
            models.sideBySide().showAgain();
        }
    }

    private void add(CompareTab page, Node content) {
        content.visibleProperty().bind(tab.isEqualTo(page));
        getChildren().add(content);
    }

    private static ScrollPane scrolling(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    private void pressed(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        boolean command = event.isShortcutDown() || event.isAltDown() || event.isMetaDown();
        if (!typing && !command && tab.get() == CompareTab.QUEUE && queueKey(event)) {
            event.consume();
        }
    }

    private boolean queueKey(KeyEvent event) {
        switch (event.getCode()) {
            case S -> models.repairs().repair(CaseRepair.SWAP_SIDES);
            case X -> models.repairs().repair(CaseRepair.SWAP_PEOPLE);
            case M -> models.repairs().repair(CaseRepair.TAKE_MODEL);
            case R -> models.repairs().repair(CaseRepair.REMOVE_PERSON);
            case E -> models.repairs().editByHand();
            case DIGIT1, NUMPAD1 -> models.queue().giveVerdict(Verdict.LABEL_WRONG);
            case DIGIT2, NUMPAD2 -> models.queue().giveVerdict(Verdict.MODEL_WRONG);
            case DIGIT3, NUMPAD3 -> models.queue().giveVerdict(Verdict.BOTH_FINE);
            case N, PAGE_DOWN -> models.queue().step(1);
            case B, PAGE_UP -> models.queue().step(-1);
            default -> {
                return false;
            }
        }
        return true;
    }
}
