package org.posewright.app.view.evaluation;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.evaluation.diagnosis.KeypointStatistics;
import org.posewright.annotations.model.Skeleton;
import org.posewright.app.text.Messages;
import org.posewright.app.view.parts.ActionControls;
import org.posewright.app.viewmodel.evaluation.SplitEvaluation;

/**
 * Median distance between label and prediction of each joint, over the square root of the person's area, with COCO's sigma of the
 * joint as a dashed mark: both are in the same measure, so a bar above its mark is worse than people among themselves.
 */
final class JointErrorChart extends Pane {

    private static final double LABEL_HEIGHT = 18;
    private static final double TOP = 6;

    private final Messages messages;
    private @Nullable SplitEvaluation shown;

    JointErrorChart(Messages messages) {
        this.messages = messages;
        setMinHeight(110);
        setPrefHeight(130);
        setMinWidth(0);
        getStyleClass().add("joint-chart");
        setAccessibleText(messages.text("compare.joint-error"));
        widthProperty().subscribe(this::draw);
        heightProperty().subscribe(this::draw);
    }

    void show(@Nullable SplitEvaluation result) {
        shown = result;
        draw();
    }

    private void draw() {
        getChildren().clear();
        SplitEvaluation result = shown;
        if (result == null || result.report().isEmpty() || getWidth() <= 0) {
            say(messages.text(result == null ? "compare.joint-error.empty" : "compare.gain.working"));
            return;
        }
        List<KeypointStatistics> joints = result.report().get().localisation().keypoints();
        Skeleton skeleton = result.skeleton();
        double largest = 1e-6;
        for (KeypointStatistics joint : joints) {
            largest = Math.max(largest, error(joint));
            largest = Math.max(largest, skeleton.sigmas().get(joint.keypoint()));
        }
        double step = getWidth() / joints.size();
        double height = getHeight() - LABEL_HEIGHT - TOP;
        for (int i = 0; i < joints.size(); i++) {
            bar(joints.get(i), skeleton, i * step, step, height / largest);
        }
        names(skeleton, step);
    }

    private void say(String sentence) {
        Label words = Cards.note(sentence);
        words.setManaged(false);
        words.resizeRelocate(0, TOP, Math.max(0, getWidth()), Math.max(0, getHeight() - TOP));
        words.setAlignment(Pos.TOP_LEFT);
        getChildren().add(words);
    }

    private void bar(KeypointStatistics joint, Skeleton skeleton, double x, double step, double scale) {
        double bottom = getHeight() - LABEL_HEIGHT;
        double tall = Math.max(1, error(joint) * scale);
        Region bar = new Region();
        String side = skeleton.side(joint.keypoint()).name().toLowerCase(Locale.ROOT);
        bar.getStyleClass().addAll("joint-bar", side);
        bar.resizeRelocate(x + 0.18 * step, bottom - tall, 0.64 * step, tall);
        bar.setManaged(false);
        double sigma = skeleton.sigmas().get(joint.keypoint());
        Tooltip.install(
                bar,
                ActionControls.tooltip(messages.text(
                        "compare.joint-error.tooltip",
                        name(skeleton, joint.keypoint()),
                        String.format(Locale.ROOT, "%.1f", joint.medianDistancePixels()),
                        String.format(Locale.ROOT, "%.3f", joint.medianRelativeDistance()),
                        String.format(Locale.ROOT, "%.3f", sigma),
                        joint.labeledCount())));
        Line mark = new Line(x + 0.05 * step, bottom - sigma * scale, x + 0.95 * step, bottom - sigma * scale);
        mark.getStyleClass().add("sigma-mark");
        getChildren().addAll(bar, mark);
    }

    /** One name for a joint and its partner, where there is room. */
    private void names(Skeleton skeleton, double step) {
        double free = 0;
        for (int k = 0; k < skeleton.size(); k++) {
            int partner = skeleton.partner(k);
            if (partner < k) {
                continue;
            }
            Text text = new Text(shortName(skeleton, k));
            text.getStyleClass().add("joint-name");
            double center = (k + (partner == k + 1 ? 1 : 0.5)) * step;
            double wide = text.getLayoutBounds().getWidth();
            double left = Math.max(0, Math.min(getWidth() - wide, center - wide / 2));
            if (left >= free) {
                text.relocate(left, getHeight() - LABEL_HEIGHT + 3);
                getChildren().add(text);
                free = left + wide + 3;
            }
        }
    }

    private static String shortName(Skeleton skeleton, int k) {
        String name = name(skeleton, k);
        return name.startsWith("left ") || name.startsWith("right ") ? name.substring(name.indexOf(' ') + 1) : name;
    }

    private static String name(Skeleton skeleton, int k) {
        return skeleton.keypointNames().get(k).replace('_', ' ');
    }

    private static double error(KeypointStatistics joint) {
        return Double.isNaN(joint.medianRelativeDistance()) ? 0 : joint.medianRelativeDistance();
    }
}
