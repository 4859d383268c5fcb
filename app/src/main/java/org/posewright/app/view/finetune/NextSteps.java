package org.posewright.app.view.finetune;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.view.parts.ActionControls;

/** What comes after a run, a click each. */
public final class NextSteps extends HBox {

    public NextSteps() {
        super(8);
        setMinWidth(USE_PREF_SIZE);
        setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
    }

    /** Offers actions, once they are defined. */
    public void offer(ActionCatalog actions, List<String> ids) {
        for (String id : ids) {
            Button button = ActionControls.button(actions.get(id));
            button.setMinWidth(USE_PREF_SIZE);
            getChildren().add(button);
        }
    }
}
