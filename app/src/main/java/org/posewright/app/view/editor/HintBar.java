package org.posewright.app.view.editor;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.editor.CanvasEditing;
import org.posewright.app.viewmodel.editor.EditorViewModel;

/** What the keys do right now, over the top left corner of the picture. Keys stand between asterisks in the messages. */
final class HintBar extends HBox {

    private final EditorViewModel editor;
    private final CanvasEditing editing;
    private final Messages messages;

    HintBar(EditorViewModel editor, CanvasEditing editing, Messages messages) {
        this.editor = editor;
        this.editing = editing;
        this.messages = messages;
        getStyleClass().add("hint-bar");
        setMouseTransparent(true);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        editor.selectionProperty().subscribe(this::refresh);
        editing.nextPointProperty().subscribe(this::refresh);
        editing.templateArmedProperty().subscribe(this::refresh);
        editor.sceneProperty().subscribe((before, after) -> {
            if ((before == null) != (after == null)) {
                refresh();
            }
        });
        refresh();
    }

    private void refresh() {
        setVisible(editor.sceneProperty().get() != null);
        TextFlow flow = new TextFlow();
        boolean key = false;
        for (String part : text().split("\\*")) {
            Text text = new Text(part);
            text.getStyleClass().add(key ? "hint-key" : "hint-text");
            flow.getChildren().add(text);
            key = !key;
        }
        getChildren().setAll(flow);
    }

    private String text() {
        if (editing.nextPointProperty().get().isPresent()) {
            return messages.text(
                    "hint.placing", editing.nextPointProperty().get().get().replace('_', ' '));
        }
        if (editing.isTemplateArmed()) {
            return messages.text("hint.template");
        }
        if (editor.selectionProperty().get().hasKeypoint()) {
            return messages.text("hint.keypoint");
        }
        return messages.text(editor.selectionProperty().get().people().isEmpty() ? "hint.nothing" : "hint.person");
    }
}
