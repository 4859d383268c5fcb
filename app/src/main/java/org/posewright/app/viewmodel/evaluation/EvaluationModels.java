package org.posewright.app.viewmodel.evaluation;

import org.posewright.annotations.evaluation.compare.CorrectionBook;
import org.posewright.annotations.evaluation.suspect.VerdictBook;
import org.posewright.app.viewmodel.browser.BrowserViewModel;
import org.posewright.app.viewmodel.editor.EditorViewModel;
import org.posewright.app.viewmodel.model.ModelViewModel;
import org.posewright.app.viewmodel.model.PredictionViewModel;
import org.posewright.app.viewmodel.shell.ShellViewModel;

/** The view-models of the screen Compare, made and connected; needs no toolkit. */
public final class EvaluationModels {

    private final EvaluationViewModel evaluation;
    private final VerdictViewModel verdicts;
    private final WorkQueueViewModel queue;
    private final RepairViewModel repairs;
    private final CompareSceneViewModel scene;
    private final SideBySideViewModel sideBySide;
    private final SideBySideSceneViewModel sideBySideScene;
    private final HumanNoiseViewModel humanNoise;
    private final ExportViewModel exports;

    /** What is there already: the window's other view-models. */
    public record Window(
            EditorViewModel editor,
            BrowserViewModel browser,
            ModelViewModel models,
            PredictionViewModel predictions,
            ShellViewModel shell) {}

    /** What view-models keep on disk. */
    public record Libraries(
            BookLibrary<VerdictBook> verdicts, BookLibrary<CorrectionBook> corrections, ReportLibrary reports) {}

    public EvaluationModels(Window window, Libraries libraries, Surroundings surroundings) {
        evaluation = new EvaluationViewModel(
                window.editor().workspace(),
                window.browser(),
                window.models(),
                window.predictions().confidenceProperty(),
                window.editor().oks(),
                surroundings);
        verdicts = new VerdictViewModel(
                window.editor().workspace(),
                libraries.verdicts(),
                surroundings.tasks(),
                surroundings.messages(),
                surroundings.onFailure());
        queue = new WorkQueueViewModel(
                window.editor().workspace(), window.browser(), evaluation, verdicts, surroundings);
        repairs = new RepairViewModel(evaluation, queue, window.editor(), window.shell(), surroundings.messages());
        scene = new CompareSceneViewModel(window.editor().workspace(), evaluation, queue);
        sideBySide = new SideBySideViewModel(window.editor().workspace(), evaluation, surroundings);
        sideBySideScene = new SideBySideSceneViewModel(window.editor().workspace(), sideBySide);
        humanNoise = new HumanNoiseViewModel(window.editor().workspace(), libraries.corrections(), surroundings);
        exports = new ExportViewModel(evaluation, verdicts, libraries.reports(), surroundings);
    }

    public EvaluationViewModel evaluation() {
        return evaluation;
    }

    public VerdictViewModel verdicts() {
        return verdicts;
    }

    public WorkQueueViewModel queue() {
        return queue;
    }

    public RepairViewModel repairs() {
        return repairs;
    }

    public CompareSceneViewModel scene() {
        return scene;
    }

    public SideBySideViewModel sideBySide() {
        return sideBySide;
    }

    public SideBySideSceneViewModel sideBySideScene() {
        return sideBySideScene;
    }

    public HumanNoiseViewModel humanNoise() {
        return humanNoise;
    }

    public ExportViewModel exports() {
        return exports;
    }
}
