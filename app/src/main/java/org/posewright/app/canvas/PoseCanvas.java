package org.posewright.app.canvas;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.transform.Affine;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.Box;
import org.posewright.app.canvas.geometry.ViewTransform;
import org.posewright.app.canvas.layer.CanvasScene;
import org.posewright.app.canvas.layer.Interaction;
import org.posewright.app.canvas.layer.InteractionLayer;
import org.posewright.app.canvas.layer.LayerContext;
import org.posewright.app.canvas.layer.TextWidths;
import org.posewright.app.theme.ThemeService;
import org.posewright.app.theme.ThemeTokens;

/**
 * The picture with its layers. From bottom to top: the picture moved by one affine transform, the overlay, what belongs to the
 * pointer, a glass that receives all input. Repaints at most once a pulse.
 */
public final class PoseCanvas extends Pane {

    private static final double FIT_MARGIN = 20;
    private static final double LABEL_FONT_SIZE = 12;
    private static final double PIXELS_BECOME_SQUARES = 10;

    private final ObjectProperty<@Nullable CanvasScene> scene = new SimpleObjectProperty<>(this, "scene");
    private final ObjectProperty<@Nullable Image> picture = new SimpleObjectProperty<>(this, "picture");
    private final ObjectProperty<Interaction> interaction =
            new SimpleObjectProperty<>(this, "interaction", Interaction.NONE);
    private final ReadOnlyObjectWrapper<ViewTransform> transform =
            new ReadOnlyObjectWrapper<>(this, "transform", ViewTransform.IDENTITY);
    private final ReadOnlyObjectWrapper<ZoomMode> zoomMode =
            new ReadOnlyObjectWrapper<>(this, "zoomMode", ZoomMode.FIT);

    private final ImageView imageView = new ImageView();
    private final Affine imageTransform = new Affine();
    private final Canvas overlay = new Canvas();
    private final Canvas pointerLayer = new Canvas();
    private final Loupe loupe = new Loupe();
    private final Region glass = new Region();
    private final InteractionLayer interactionLayer = new InteractionLayer();
    private final ThemeService theme;
    private final Font labelFont;
    private final TextWidths labelWidths;
    private final Runnable pulse = this::paintIfDirty;
    private boolean overlayDirty = true;
    private boolean pointerDirty = true;
    private boolean loupeWanted;

    public PoseCanvas(ThemeService theme) {
        this.theme = theme;
        this.labelFont = Font.font(theme.fontFamily(), javafx.scene.text.FontWeight.SEMI_BOLD, LABEL_FONT_SIZE);
        this.labelWidths = new TextWidths(labelFont);
        getStyleClass().add("pose-canvas");
        imageView.getTransforms().add(imageTransform);
        imageView.imageProperty().bind(picture);
        imageView.setMouseTransparent(true);
        overlay.setMouseTransparent(true);
        pointerLayer.setMouseTransparent(true);
        glass.setFocusTraversable(true);
        glass.getStyleClass().add("pose-canvas-glass");
        getChildren().addAll(imageView, overlay, pointerLayer, loupe, glass);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        scene.subscribe((before, after) -> sceneChanged(before, after));
        picture.subscribe(this::placePicture);
        interaction.subscribe(this::repaintPointer);
        theme.tokensProperty().subscribe(this::repaint);
        sceneProperty().subscribe((before, now) -> followScene(before, now));
        widthProperty().subscribe(this::viewResized);
        heightProperty().subscribe(this::viewResized);
    }

    /** What is painted; null when no picture is open. */
    public ObjectProperty<@Nullable CanvasScene> poseSceneProperty() {
        return scene;
    }

    public ObjectProperty<@Nullable Image> pictureProperty() {
        return picture;
    }

    public ObjectProperty<Interaction> interactionProperty() {
        return interaction;
    }

    public ReadOnlyObjectProperty<ViewTransform> transformProperty() {
        return transform.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ZoomMode> zoomModeProperty() {
        return zoomMode.getReadOnlyProperty();
    }

    /** The node that takes input and focus. */
    public Region glass() {
        return glass;
    }

    /** Shows the picture through a transform chosen by hand. */
    public void show(ViewTransform chosen) {
        zoomMode.set(ZoomMode.FREE);
        apply(chosen);
    }

    public void fit() {
        zoomMode.set(ZoomMode.FIT);
        fitAgain();
    }

    /** One image pixel to one screen unit, the middle staying in the middle. */
    public void actualSize() {
        ViewTransform now = transform.get();
        show(ViewTransform.centered(
                now.imageX(getWidth() / 2), now.imageY(getHeight() / 2), 1, getWidth(), getHeight()));
    }

    public void zoomBy(double factor) {
        show(transform.get().zoomedAt(getWidth() / 2, getHeight() / 2, factor));
    }

    public void fitRegion(Box region) {
        show(ViewTransform.fitBox(region, getWidth(), getHeight(), 3 * FIT_MARGIN));
    }

    /** Paints at once what the next pulse would paint. */
    public void paintNow() {
        paintIfDirty();
    }

    void showLoupe(boolean wanted) {
        loupeWanted = wanted;
        repaintPointer();
    }

    @Override
    protected void layoutChildren() {
        overlay.setWidth(getWidth());
        overlay.setHeight(getHeight());
        pointerLayer.setWidth(getWidth());
        pointerLayer.setHeight(getHeight());
        glass.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    private void sceneChanged(@Nullable CanvasScene before, @Nullable CanvasScene after) {
        boolean otherSize = after != null && (before == null || !before.size().equals(after.size()));
        if (otherSize && zoomMode.get() == ZoomMode.FIT) {
            fitAgain();
        }
        if (otherSize) {
            placePicture();
        }
        repaint();
    }

    private void viewResized() {
        if (zoomMode.get() == ZoomMode.FIT) {
            fitAgain();
        }
        repaint();
    }

    private void fitAgain() {
        CanvasScene shown = scene.get();
        if (shown != null && getWidth() > 0 && getHeight() > 0) {
            apply(ViewTransform.fit(shown.size(), getWidth(), getHeight(), FIT_MARGIN));
        }
    }

    private void apply(ViewTransform chosen) {
        transform.set(chosen);
        placePicture();
        repaint();
    }

    /** The picture may be decoded smaller than the frame that labels use; it is stretched to that frame. */
    private void placePicture() {
        CanvasScene shown = scene.get();
        Image image = picture.get();
        if (shown == null || image == null || image.getWidth() <= 0) {
            return;
        }
        ViewTransform t = transform.get();
        imageTransform.setMxx(t.scale() * shown.size().width() / image.getWidth());
        imageTransform.setMyy(t.scale() * shown.size().height() / image.getHeight());
        imageTransform.setTx(t.offsetX());
        imageTransform.setTy(t.offsetY());
        imageView.setSmooth(t.scale() < PIXELS_BECOME_SQUARES);
    }

    private void repaint() {
        overlayDirty = true;
        repaintPointer();
    }

    private void repaintPointer() {
        pointerDirty = true;
        if (getScene() != null) {
            Platform.requestNextPulse();
        }
    }

    private void followScene(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removePostLayoutPulseListener(pulse);
        }
        if (now != null) {
            now.addPostLayoutPulseListener(pulse);
            repaint();
        }
    }

    private void paintIfDirty() {
        if (overlayDirty) {
            overlayDirty = false;
            context(overlay).ifPresent(context -> {
                CanvasScene shown = scene.get();
                if (shown != null) {
                    CanvasLayers.paint(context, shown);
                }
            });
        }
        if (pointerDirty) {
            pointerDirty = false;
            context(pointerLayer).ifPresent(this::paintPointerLayer);
        }
    }

    private void paintPointerLayer(LayerContext context) {
        CanvasScene shown = scene.get();
        loupe.setVisible(false);
        if (shown == null) {
            return;
        }
        interactionLayer.paint(context, shown, interaction.get());
        if (loupeWanted) {
            loupe.show(picture.get(), shown, interaction.get(), context);
        }
    }

    private Optional<LayerContext> context(Canvas canvas) {
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (canvas.getWidth() <= 0 || canvas.getHeight() <= 0) {
            return Optional.empty();
        }
        ThemeTokens tokens = theme.tokensProperty().get();
        ViewTransform now = transform.get();
        return Optional.of(new LayerContext(
                canvas.getGraphicsContext2D(),
                now,
                now.visibleRegion(canvas.getWidth(), canvas.getHeight()),
                tokens,
                labelFont,
                labelWidths));
    }
}
