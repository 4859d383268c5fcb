package org.posewright.app.view.finetune;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageSize;
import org.posewright.app.canvas.geometry.Selection;
import org.posewright.app.canvas.geometry.ViewTransform;
import org.posewright.app.canvas.layer.CanvasScene;
import org.posewright.app.canvas.layer.Focus;
import org.posewright.app.canvas.layer.GroundTruthLayer;
import org.posewright.app.canvas.layer.LayerContext;
import org.posewright.app.canvas.layer.OverlayOptions;
import org.posewright.app.canvas.layer.TextWidths;
import org.posewright.app.theme.ThemeService;
import org.posewright.app.view.editor.CanvasArea;
import org.posewright.app.viewmodel.finetune.MosaicViewModel;

/** The picture that a tile comes from, small, with its labels as the editor draws them. */
final class SourcePicture extends Region {

    private static final double HEIGHT = 150;
    private static final double LEAST_HEIGHT = 72;
    private static final double SHRINK = 2;
    private static final Font FONT = Font.getDefault();

    private final MosaicViewModel mosaic;
    private final ThemeService theme;
    private final Canvas canvas = new Canvas();
    private final GroundTruthLayer labels = new GroundTruthLayer();
    private final TextWidths widths = new TextWidths(FONT);
    private @Nullable Image image;

    SourcePicture(MosaicViewModel mosaic, ThemeService theme) {
        this.mosaic = mosaic;
        this.theme = theme;
        setMinSize(0, LEAST_HEIGHT);
        setPrefHeight(HEIGHT);
        getChildren().setAll(canvas);
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        mosaic.tileSourceProperty().subscribe(this::sourceChanged);
        theme.tokensProperty().subscribe(tokens -> paint());
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    private void sourceChanged(MosaicViewModel.@Nullable TileSource source) {
        boolean isThere = source != null;
        setVisible(isThere);
        setManaged(isThere);
        image = source == null ? null : CanvasArea.image(source.picture());
        canvas.setAccessibleText(source == null ? null : source.record().key().fileName());
        paint();
    }

    private void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        Image shown = image;
        MosaicViewModel.TileSource source = mosaic.tileSourceProperty().get();
        if (shown == null || source == null || getWidth() <= 0) {
            return;
        }
        ImageSize size = source.record().size();
        // Painted large and shrunk: the editor's discs would cover a small picture.
        g.save();
        g.scale(1 / SHRINK, 1 / SHRINK);
        ViewTransform transform = ViewTransform.fit(size, getWidth() * SHRINK, getHeight() * SHRINK, 0);
        g.drawImage(
                shown,
                transform.offsetX(),
                transform.offsetY(),
                size.width() * transform.scale(),
                size.height() * transform.scale());
        LayerContext context = new LayerContext(
                g,
                transform,
                new Box(0, 0, size.width(), size.height()),
                theme.tokensProperty().get(),
                FONT,
                widths);
        labels.paint(
                context,
                new CanvasScene(
                        size,
                        source.skeleton(),
                        source.record().people(),
                        List.of(),
                        List.of(),
                        Selection.NONE,
                        OverlayOptions.DEFAULT,
                        Focus.EVERYBODY));
        g.restore();
    }
}
