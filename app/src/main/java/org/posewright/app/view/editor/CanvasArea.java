package org.posewright.app.view.editor;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.posewright.app.canvas.CanvasInput;
import org.posewright.app.canvas.PoseCanvas;
import org.posewright.app.canvas.layer.CanvasScene;
import org.posewright.app.canvas.layer.Interaction;
import org.posewright.app.text.Decimals;
import org.posewright.app.text.Messages;
import org.posewright.app.theme.ThemeService;
import org.posewright.app.viewmodel.editor.CanvasEditing;
import org.posewright.app.viewmodel.editor.EditorViewModel;
import org.posewright.app.viewmodel.editor.Picture;
import org.posewright.app.viewmodel.editor.PictureViewModel;

/** The canvas with what floats over it, bound to the open picture. */
public final class CanvasArea extends StackPane {

    private static final double FLOAT_MARGIN = 14;

    /** Below the hints, above the people of a picture that is missing. */
    private static final double MESSAGE_TOP = 62;

    private final EditorViewModel editor;
    private final CanvasEditing editing;
    private final PoseCanvas canvas;
    private final CanvasInput input;
    private final Messages messages;
    private final Label position = new Label();
    private final Label zoom = new Label();

    public CanvasArea(
            EditorViewModel editor,
            CanvasEditing editing,
            PictureViewModel pictures,
            ThemeService theme,
            Messages messages) {
        this.editor = editor;
        this.editing = editing;
        this.messages = messages;
        this.canvas = new PoseCanvas(theme);
        getStyleClass().add("canvas-area");
        canvas.poseSceneProperty().bind(editor.sceneProperty());
        pictures.pictureProperty().subscribe(picture -> canvas.pictureProperty().set(image(picture)));
        input = CanvasInput.install(canvas, editing);
        canvas.glass().setAccessibleText(messages.text("canvas.accessible"));
        editor.sceneProperty().subscribe(this::updateInteraction);
        editing.nextPointProperty().subscribe(this::updateInteraction);
        canvas.interactionProperty().subscribe(this::tellPosition);
        canvas.transformProperty().subscribe(t -> tellZoom());
        editor.sceneProperty().subscribe((before, after) -> {
            if ((before == null) != (after == null)) {
                tellZoom();
            }
        });
        HintBar hints = new HintBar(editor, editing, messages);
        LegendBar legend = new LegendBar(editor.overlay(), messages);
        legend.visibleProperty().bind(editor.sceneProperty().map(s -> true).orElse(false));
        Label message = new Label();
        message.getStyleClass().add("canvas-message");
        message.setWrapText(true);
        message.setMaxWidth(520);
        message.setMouseTransparent(true);
        message.visibleProperty().bind(pictures.messageProperty().isNotEmpty());
        message.textProperty().bind(pictures.messageProperty());
        setMargin(hints, new Insets(FLOAT_MARGIN));
        setMargin(legend, new Insets(FLOAT_MARGIN));
        setMargin(message, new Insets(MESSAGE_TOP, FLOAT_MARGIN, FLOAT_MARGIN, FLOAT_MARGIN));
        setAlignment(message, Pos.TOP_CENTER);
        setAlignment(hints, Pos.TOP_LEFT);
        setAlignment(legend, Pos.BOTTOM_LEFT);
        getChildren().addAll(canvas, message, hints, legend);
        setMinWidth(200);
    }

    public PoseCanvas canvas() {
        return canvas;
    }

    public CanvasInput input() {
        return input;
    }

    /** Where the pointer is, for the status row. */
    public Label position() {
        return position;
    }

    public Label zoom() {
        return zoom;
    }

    private void updateInteraction() {
        CanvasScene scene = editor.sceneProperty().get();
        String note = scene == null
                ? ""
                : editor.selectedMatch()
                        .filter(match -> !match.ignored())
                        .map(match -> "OKS " + Decimals.of(match.oks(), 2))
                        .orElse("");
        Interaction now = canvas.interactionProperty().get();
        canvas.interactionProperty()
                .set(now.saying(editing.nextPointProperty().get().map(n -> n.replace('_', ' ')), note));
        tellPosition(canvas.interactionProperty().get());
    }

    private void tellZoom() {
        double scale = canvas.transformProperty().get().scale();
        zoom.setText(editor.sceneProperty().get() == null ? "" : Decimals.of(100 * scale, 0) + " %");
    }

    private void tellPosition(Interaction interaction) {
        @Nullable CanvasScene scene = editor.sceneProperty().get();
        if (scene == null) {
            position.setText("");
            return;
        }
        List<String> parts = new ArrayList<>();
        if (interaction.isOver()) {
            double x = canvas.transformProperty().get().imageX(interaction.pointerX());
            double y = canvas.transformProperty().get().imageY(interaction.pointerY());
            parts.add(messages.text("status.pixels", Math.round(x), Math.round(y)));
        }
        selectedPoint(scene).ifPresent(parts::add);
        position.setText(String.join(" · ", parts));
    }

    private Optional<String> selectedPoint(CanvasScene scene) {
        int index = editor.selectionProperty().get().keypoint();
        return editor.selectionProperty().get().hasKeypoint()
                ? editor.selectedPerson()
                        .map(p -> "v=" + p.keypoints().visibility(index).flag() + " "
                                + scene.skeleton().keypointNames().get(index))
                : Optional.empty();
    }

    /** Wraps decoded pixels without copying them. */
    public static @Nullable Image image(@Nullable Picture picture) {
        return picture == null
                ? null
                : new WritableImage(new PixelBuffer<>(
                        picture.size().width(),
                        picture.size().height(),
                        IntBuffer.wrap(picture.argb()),
                        PixelFormat.getIntArgbPreInstance()));
    }
}
