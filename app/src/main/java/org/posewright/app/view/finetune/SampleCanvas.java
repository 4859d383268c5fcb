package org.posewright.app.view.finetune;

import java.nio.IntBuffer;
import java.util.function.ToDoubleFunction;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.Skeleton;
import org.posewright.app.canvas.layer.Palette;
import org.posewright.app.canvas.layer.SkeletonColors;
import org.posewright.app.theme.ThemeTokens;
import org.posewright.app.viewmodel.editor.Picture;
import org.posewright.training.augment.DroppedPerson;
import org.posewright.training.augment.PointFate;
import org.posewright.training.augment.Sample;
import org.posewright.training.augment.SampleBox;
import org.posewright.training.augment.SamplePerson;
import org.posewright.training.augment.SamplePoints;
import org.posewright.training.augment.SampleTile;

/**
 * One sample as the trainer sees it, with its labels: solid for what it learns from, a cross for a point that the frame cut off, a
 * dashed box for a person that was dropped, a double arrow for a tile that was mirrored.
 */
final class SampleCanvas extends Canvas {

    private static final double POINT_RADIUS = 2.4;
    private static final double CROSS = 3.5;
    private static final double MARK_WIDTH = 24;
    private static final double MARK_HEIGHT = 13;
    private static final double MARK_GAP = 4;

    private final Sample sample;
    private final Skeleton skeleton;
    private final Image image;
    private ThemeTokens tokens;
    private @Nullable SampleTile marked;
    private @Nullable SamplePerson markedPerson;

    SampleCanvas(Sample sample, Picture picture, Skeleton skeleton, ThemeTokens tokens, double side) {
        super(
                side * sample.width() / Math.max(sample.width(), sample.height()),
                side * sample.height() / Math.max(sample.width(), sample.height()));
        this.sample = sample;
        this.skeleton = skeleton;
        this.tokens = tokens;
        image = new WritableImage(new PixelBuffer<>(
                sample.width(), sample.height(), IntBuffer.wrap(picture.argb()), PixelFormat.getIntArgbPreInstance()));
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        paint();
    }

    Sample sample() {
        return sample;
    }

    /** Position in pixels of the sample. */
    double sampleX(double viewX) {
        return viewX * sample.width() / getWidth();
    }

    double sampleY(double viewY) {
        return viewY * sample.height() / getHeight();
    }

    void setTokens(ThemeTokens newTokens) {
        tokens = newTokens;
        paint();
    }

    /** Frames a tile, and a person of it; null for none. */
    void mark(@Nullable SampleTile tile, @Nullable SamplePerson person) {
        if (marked != tile || markedPerson != person) {
            marked = tile;
            markedPerson = person;
            paint();
        }
    }

    private void paint() {
        GraphicsContext g = getGraphicsContext2D();
        g.drawImage(image, 0, 0, getWidth(), getHeight());
        SkeletonColors colors = new SkeletonColors(skeleton, Palette.SIDES, tokens);
        for (int i = 0; i < sample.people().size(); i++) {
            person(g, sample.people().get(i), colors, i);
        }
        for (DroppedPerson dropped : sample.dropped()) {
            dropped(g, dropped.person().box());
        }
        sample.tiles().stream().filter(SampleTile::isMirrored).forEach(tile -> mirrorMark(g, tile));
        if (marked != null) {
            frame(g, marked);
        }
    }

    private void person(GraphicsContext g, SamplePerson person, SkeletonColors colors, int ordinal) {
        SamplePoints points = person.points();
        boolean isMarked = person == markedPerson;
        g.setStroke(tokens.color(isMarked ? "-pw-selection" : "-pw-box"));
        g.setLineWidth(isMarked ? 2 : 1);
        SampleBox box = person.box();
        g.strokeRect(x(box.left()), y(box.top()), x(box.width()), y(box.height()));
        g.setLineWidth(2);
        for (Skeleton.Limb limb : skeleton.limbs()) {
            if (points.visibility(limb.from()) > 0 && points.visibility(limb.to()) > 0) {
                g.setStroke(colors.ofLimb(limb, ordinal));
                g.strokeLine(
                        x(points.x(limb.from())),
                        y(points.y(limb.from())),
                        x(points.x(limb.to())),
                        y(points.y(limb.to())));
            }
        }
        for (int k = 0; k < points.size(); k++) {
            if (points.visibility(k) > 0) {
                disc(g, colors.ofPoint(k, ordinal), x(points.x(k)), y(points.y(k)));
            }
            if (points.fate(k) == PointFate.CLIPPED) {
                cross(g, x(points.x(k)), y(points.y(k)));
            }
        }
    }

    private void disc(GraphicsContext g, Color color, double x, double y) {
        double ring = POINT_RADIUS + 1;
        g.setFill(tokens.color("-pw-outline"));
        g.fillOval(x - ring, y - ring, 2 * ring, 2 * ring);
        g.setFill(color);
        g.fillOval(x - POINT_RADIUS, y - POINT_RADIUS, 2 * POINT_RADIUS, 2 * POINT_RADIUS);
    }

    private void cross(GraphicsContext g, double x, double y) {
        double inX = Math.max(CROSS, Math.min(getWidth() - CROSS, x));
        double inY = Math.max(CROSS, Math.min(getHeight() - CROSS, y));
        g.setStroke(tokens.color("-pw-error-vector"));
        g.setLineWidth(2);
        g.strokeLine(inX - CROSS, inY - CROSS, inX + CROSS, inY + CROSS);
        g.strokeLine(inX - CROSS, inY + CROSS, inX + CROSS, inY - CROSS);
    }

    private void dropped(GraphicsContext g, SampleBox box) {
        g.setLineDashes(5, 4);
        g.setLineWidth(1.4);
        g.setStroke(tokens.color("-pw-error-vector"));
        g.strokeRect(x(box.left()), y(box.top()), x(box.width()), y(box.height()));
        g.setLineDashes();
    }

    /** Two arrows in the corner of what is seen of a tile that shows its source as in a mirror. */
    private void mirrorMark(GraphicsContext g, SampleTile tile) {
        double left = Math.max(0, x(least(tile, SampleTile.Corner::x)));
        double top = Math.max(0, y(least(tile, SampleTile.Corner::y)));
        double right = Math.min(getWidth(), x(-least(tile, corner -> -corner.x())));
        double bottom = Math.min(getHeight(), y(-least(tile, corner -> -corner.y())));
        if (right - left < MARK_WIDTH + 2 * MARK_GAP || bottom - top < MARK_HEIGHT + 2 * MARK_GAP) {
            return;
        }
        double x = left + MARK_GAP;
        double y = top + MARK_GAP;
        g.setFill(tokens.color("-pw-outline"));
        g.fillRoundRect(x, y, MARK_WIDTH, MARK_HEIGHT, MARK_GAP, MARK_GAP);
        g.setStroke(tokens.color("-pw-selection"));
        g.setLineWidth(1.6);
        double middle = y + MARK_HEIGHT / 2;
        double from = x + MARK_GAP;
        double to = x + MARK_WIDTH - MARK_GAP;
        g.strokeLine(from, middle, to, middle);
        for (double sign : new double[] {-1, 1}) {
            g.strokeLine(from, middle, from + CROSS, middle + sign * CROSS);
            g.strokeLine(to, middle, to - CROSS, middle + sign * CROSS);
        }
    }

    private static double least(SampleTile tile, ToDoubleFunction<SampleTile.Corner> value) {
        return tile.corners().stream().mapToDouble(value).min().orElse(0);
    }

    private void frame(GraphicsContext g, SampleTile tile) {
        int count = tile.corners().size();
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int i = 0; i < count; i++) {
            xs[i] = Math.max(1, Math.min(getWidth() - 1, x(tile.corners().get(i).x())));
            ys[i] = Math.max(
                    1, Math.min(getHeight() - 1, y(tile.corners().get(i).y())));
        }
        g.setStroke(tokens.color("-pw-selection"));
        g.setLineWidth(2.5);
        g.strokePolygon(xs, ys, count);
    }

    private double x(double sampleX) {
        return sampleX * getWidth() / sample.width();
    }

    private double y(double sampleY) {
        return sampleY * getHeight() / sample.height();
    }
}
