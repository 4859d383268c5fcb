package org.posewright.app.view.finetune;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.posewright.app.text.Messages;
import org.posewright.app.training.RunState;
import org.posewright.app.viewmodel.finetune.RunText;
import org.posewright.app.viewmodel.finetune.RunViewModel;
import org.posewright.app.viewmodel.finetune.RunsViewModel;

/** Where a run stands: losses, scores, figures of now, what was changed from the defaults. */
final class RunPane extends VBox {

    private static final double FACTS_WIDTH = 300;
    private static final List<String> LOSSES = List.of("pose", "box", "cls", "dfl", "kobj");

    private final RunViewModel run;
    private final RunsViewModel runs;
    private final Messages messages;
    private final CurveChart losses;
    private final CurveChart scores;
    private final VBox now = new VBox(8);
    private final VBox changed = new VBox(8);
    private final Label banner = new Label();
    private final HBox bannerRow = new HBox(10);

    /**
     * @param batches what is trained on now
     * @param nextSteps what to do when the run has ended
     */
    RunPane(
            RunViewModel run,
            RunsViewModel runs,
            javafx.scene.Node batches,
            javafx.scene.Node nextSteps,
            Messages messages) {
        this.run = run;
        this.runs = runs;
        this.messages = messages;
        losses = new CurveChart(messages, "train.losses");
        scores = new CurveChart(messages, "train.scores");
        scores.node().getStyleClass().add("scores");
        VBox figures = new VBox(now, changed);
        figures.setSpacing(18);
        figures.getStyleClass().add("run-figures");
        ScrollPane scroll = new ScrollPane(figures);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox facts = new VBox(scroll);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        facts.getStyleClass().add("card");
        facts.setPrefWidth(FACTS_WIDTH);
        facts.setMinWidth(FACTS_WIDTH);
        HBox row = new HBox(10, losses.node(), scores.node(), facts);
        HBox.setHgrow(losses.node(), Priority.ALWAYS);
        HBox.setHgrow(scores.node(), Priority.ALWAYS);
        losses.node().setPrefWidth(400);
        scores.node().setPrefWidth(400);
        VBox.setVgrow(row, Priority.ALWAYS);
        banner.setWrapText(true);
        banner.setMinHeight(USE_PREF_SIZE);
        banner.setMaxWidth(Double.MAX_VALUE);
        nextSteps.visibleProperty().bind(run.hasModel().flatMap(has -> run.isActive()
                .map(active -> has && !active)));
        nextSteps.managedProperty().bind(nextSteps.visibleProperty());
        bannerRow.getChildren().setAll(banner, nextSteps);
        HBox.setHgrow(banner, Priority.ALWAYS);
        bannerRow.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        bannerRow.getStyleClass().add("run-banner");
        getChildren().setAll(bannerRow, row, batches);
        VBox.setVgrow(batches, Priority.SOMETIMES);
        getStyleClass().add("run-pane");
        WhileSeen all = new WhileSeen(this, this::refresh);
        WhileSeen settings = new WhileSeen(this, this::refreshSettings);
        run.stateProperty().subscribe(state -> all.changed());
        run.detailsProperty().subscribe(details -> settings.changed());
        runs.overlaysProperty().subscribe(overlays -> all.changed());
    }

    private void refresh() {
        RunState state = run.stateProperty().get();
        List<RunsViewModel.Overlay> overlays = runs.overlaysProperty().get();
        int last = state.setup() == null ? state.epochsDone() : state.setup().epochs();
        losses.show(lossCurves(state, overlays), last, false);
        scores.show(scoreCurves(state, overlays), last, true);
        String closing = RunText.closing(state, messages);
        banner.setText(closing);
        boolean isTold = !closing.isEmpty();
        bannerRow.setVisible(isTold);
        bannerRow.setManaged(isTold);
        bannerRow.pseudoClassStateChanged(
                javafx.css.PseudoClass.getPseudoClass("bad"),
                switch (state.phase()) {
                    case FAILED, CRASHED, DIVERGED -> true;
                    default -> false;
                });
        refreshFigures(state);
    }

    private List<CurveChart.Curve> lossCurves(RunState state, List<RunsViewModel.Overlay> overlays) {
        List<CurveChart.Curve> curves = new ArrayList<>();
        for (String name : LOSSES) {
            curves.add(new CurveChart.Curve(
                    name,
                    "",
                    state.batches().stream()
                            .map(p -> new double[] {p.epochs(), p.losses().getOrDefault(name, Double.NaN)})
                            .toList()));
        }
        curves.add(epochCurve(
                messages.text("train.curve.val-pose"), "curve-dashed", state, p -> p.value("val/pose_loss")));
        for (RunsViewModel.Overlay overlay : overlays) {
            curves.add(epochCurve(
                    overlay.name() + " val pose", "curve-other", overlay.state(), p -> p.value("val/pose_loss")));
        }
        return curves;
    }

    private List<CurveChart.Curve> scoreCurves(RunState state, List<RunsViewModel.Overlay> overlays) {
        List<CurveChart.Curve> curves = new ArrayList<>();
        curves.add(epochCurve("pose mAP50-95", "", state, p -> p.value("metrics/mAP50-95(P)")));
        curves.add(epochCurve("pose mAP50", "", state, p -> p.value("metrics/mAP50(P)")));
        curves.add(epochCurve("pose COCO AP", "", state, p -> p.cocoAp().orElse(Double.NaN)));
        curves.add(epochCurve("box mAP50-95", "", state, p -> p.value("metrics/mAP50-95(B)")));
        RunState.EpochPoint baseline = state.baseline();
        // Colours go by position: the other run keeps its own with and without a baseline.
        if (baseline != null || !overlays.isEmpty()) {
            double before = baseline == null ? Double.NaN : baseline.value("metrics/mAP50-95(P)");
            int last = state.setup() == null
                    ? Math.max(1, state.epochsDone())
                    : state.setup().epochs();
            curves.add(new CurveChart.Curve(
                    messages.text("train.curve.before"),
                    "curve-before",
                    List.of(new double[] {0, before}, new double[] {last, before})));
        }
        for (RunsViewModel.Overlay overlay : overlays) {
            curves.add(epochCurve(
                    overlay.name() + " pose mAP50-95",
                    "curve-other",
                    overlay.state(),
                    p -> p.value("metrics/mAP50-95(P)")));
        }
        return curves;
    }

    private static CurveChart.Curve epochCurve(
            String name, String style, RunState state, ToDoubleFunction<RunState.EpochPoint> value) {
        RunState.EpochPoint before = state.baseline();
        List<double[]> points = Stream.concat(
                        before == null ? Stream.empty() : Stream.of(before), state.epochs().stream())
                .map(point -> new double[] {point.epoch(), value.applyAsDouble(point)})
                .toList();
        return new CurveChart.Curve(name, style, points);
    }

    private void refreshFigures(RunState state) {
        GridPane grid = Cards.facts();
        fact(grid, "train.now.state", run.phaseText());
        RunState.Position position = state.position();
        RunState.Setup setup = state.setup();
        if (position != null) {
            fact(grid, "train.now.epoch", messages.text("train.of", position.epoch(), position.epochs()));
            fact(grid, "train.now.batch", messages.text("train.of", position.batch(), position.batches()));
        }
        state.best()
                .ifPresent(best -> fact(
                        grid,
                        "train.now.best",
                        messages.text("train.best", best.epoch(), RunText.score(best.value("metrics/mAP50-95(P)")))));
        if (position != null) {
            fact(grid, "train.now.rate", String.format(Locale.ROOT, "%.1f", position.imagesPerSecond()));
            if (state.phase().isActive()) {
                fact(grid, "train.now.left", RunText.duration(position.secondsLeft()));
            }
            fact(grid, "train.now.memory", RunText.gigabytes(position.memoryBytes()));
        }
        if (!state.epochs().isEmpty()) {
            double rate = state.epochs().get(state.epochs().size() - 1).value("lr/pg1");
            fact(grid, "train.now.rate-of-learning", String.format(Locale.ROOT, "%.3g", rate));
        }
        if (setup != null) {
            fact(
                    grid,
                    "train.now.device",
                    messages.text("train.device", setup.device().toUpperCase(Locale.ROOT), setup.precision()));
            fact(
                    grid,
                    "train.now.pictures",
                    messages.text("train.pictures", setup.trainingImages(), setup.validationImages()));
        }
        now.getChildren().setAll(Cards.heading(messages.text("train.now"), messages), grid);
    }

    private void refreshSettings() {
        GridPane grid = Cards.facts();
        run.settings().forEach((name, value) -> Cards.fact(grid, name, shortened(name, value)));
        var request = run.detailsProperty().get().request();
        if (request != null) {
            Cards.fact(grid, messages.text("train.data"), request.dataChoice());
        }
        changed.getChildren().setAll(Cards.heading(messages.text("train.changed"), messages), grid);
    }

    private static String shortened(String name, String value) {
        int slash = Math.max(value.lastIndexOf('/'), value.lastIndexOf('\\'));
        boolean isWhole = value.endsWith(".0") && value.matches("-?[0-9]+\\.0");
        return name.equals("model") && slash >= 0
                ? value.substring(slash + 1)
                : isWhole ? value.substring(0, value.length() - 2) : value;
    }

    private void fact(GridPane grid, String key, String value) {
        Cards.fact(grid, messages.text(key), value);
    }
}
