package org.posewright.app.view.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;

/**
 * Puts a large part of a window in its place piece by piece. A node is styled when it comes into a scene, with all that is below it, and
 * a whole screen at once keeps the FX thread for a fifth of a second. Takes the part to pieces when it is made. What its owner puts in an
 * empty place meanwhile stays there.
 */
final class GradualAttachment {

    private static final List<Function<BorderPane, ObjectProperty<Node>>> BORDER_PLACES = List.of(
            BorderPane::topProperty,
            BorderPane::leftProperty,
            BorderPane::centerProperty,
            BorderPane::rightProperty,
            BorderPane::bottomProperty);

    private final Deque<Runnable> steps = new ArrayDeque<>();

    GradualAttachment(ObservableList<Node> place, Node part) {
        planIn(place, part);
    }

    /** How many pieces are still to come. */
    int stepsLeft() {
        return steps.size();
    }

    /** Puts the next piece in its place and styles it. */
    void step() {
        if (!steps.isEmpty()) {
            steps.remove().run();
        }
    }

    /** Puts everything in its place now. */
    void finish() {
        while (!steps.isEmpty()) {
            step();
        }
    }

    private void planIn(ObservableList<Node> place, Node node) {
        plan(node, () -> {
            if (!place.contains(node)) {
                place.add(node);
            }
        });
    }

    private void plan(Node node, Runnable attach) {
        steps.add(() -> {
            attach.run();
            node.applyCss();
        });
        takeApart(node);
    }

    private void takeApart(Node node) {
        if (node instanceof BorderPane pane) {
            BORDER_PLACES.forEach(place -> takeFrom(place.apply(pane)));
        } else if (node instanceof Pane pane) {
            List<Node> children = List.copyOf(pane.getChildren());
            pane.getChildren().clear();
            children.forEach(child -> planIn(pane.getChildren(), child));
        } else if (node instanceof SplitPane split) {
            split.getItems().forEach(this::takeApart);
        } else if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
            takeApart(scroll.getContent());
        }
    }

    /** A border pane forgets who was where when children are taken from it. */
    private void takeFrom(ObjectProperty<Node> place) {
        Node child = place.get();
        if (child != null) {
            place.set(null);
            plan(child, () -> {
                if (place.get() == null) {
                    place.set(child);
                }
            });
        }
    }
}
