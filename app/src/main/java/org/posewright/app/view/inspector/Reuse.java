package org.posewright.app.view.inspector;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Keeps the rows of a list that are not needed for now: making and styling them anew takes longer than a frame. */
final class Reuse {

    private Reuse() {}

    /** Makes and styles a row before it is needed. */
    static void spare(Pane list, Node row) {
        row.setVisible(false);
        row.setManaged(false);
        list.getChildren().add(row);
        row.applyCss();
    }

    /** Has so many rows shown, the first ones; makes those that were never needed before. */
    static void rows(Pane list, int wanted, Supplier<? extends Node> make) {
        while (list.getChildren().size() < wanted) {
            list.getChildren().add(make.get());
        }
        for (int i = 0; i < list.getChildren().size(); i++) {
            Node row = list.getChildren().get(i);
            row.setVisible(i < wanted);
            row.setManaged(i < wanted);
        }
    }
}
