package org.posewright.app.view.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<String, TextFlow> flows = new HashMap<>();
    private String shown = "";

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
        // Made now and styled with the window: the first click on a point must not wait for it.
        for (String key : List.of("hint.nothing", "hint.person", "hint.keypoint")) {
            TextFlow flow = flows.computeIfAbsent(messages.text(key), HintBar::flow);
            flow.setVisible(false);
            flow.setManaged(false);
            getChildren().add(flow);
        }
        refresh();
    }

    private void refresh() {
        setVisible(editor.sceneProperty().get() != null);
        String hint = text();
        if (!hint.equals(shown)) {
            shown = hint;
            TextFlow flow = flows.computeIfAbsent(hint, HintBar::flow);
            flows.values().forEach(other -> {
                other.setVisible(other == flow);
                other.setManaged(other == flow);
            });
            if (!getChildren().contains(flow)) {
                getChildren().add(flow);
            }
        }
    }

    private static TextFlow flow(String hint) {
        TextFlow flow = new TextFlow();
        boolean key = false;
        for (String part : hint.split("\\*")) {
            Text text = new Text(part);
            text.getStyleClass().add(key ? "hint-key" : "hint-text");
            flow.getChildren().add(text);
            key = !key;
        }
        return flow;
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
