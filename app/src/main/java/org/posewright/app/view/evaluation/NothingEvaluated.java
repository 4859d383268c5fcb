package org.posewright.app.view.evaluation;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.text.Messages;
import org.posewright.app.view.parts.ActionControls;

/** What a page of numbers shows before there are any: how to get them, and the buttons for it. */
final class NothingEvaluated extends VBox {

    NothingEvaluated(ActionCatalog actions, Messages messages) {
        super(14);
        setAlignment(Pos.CENTER);
        getStyleClass().add("compare");
        Label sentence = new Label(messages.text("compare.page.empty"));
        sentence.setWrapText(true);
        sentence.getStyleClass().add("secondary");
        List<Button> ways = List.of("evaluate.split", "evaluate.results", "model.open").stream()
                .map(id -> ActionControls.button(actions.get(id)))
                .toList();
        HBox row = new HBox(8);
        row.setAlignment(Pos.CENTER);
        row.getChildren().addAll(ways);
        getChildren().addAll(sentence, row);
    }
}
