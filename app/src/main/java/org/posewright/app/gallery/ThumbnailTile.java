package org.posewright.app.gallery;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton;
import org.posewright.app.canvas.layer.Palette;
import org.posewright.app.canvas.layer.SkeletonColors;
import org.posewright.app.text.Decimals;
import org.posewright.app.theme.ThemeTokens;
import org.posewright.app.viewmodel.inspector.OksGrade;

/** One picture of the grid, painted: pixels filling the tile, skeletons, file name, OKS. */
final class ThumbnailTile extends Canvas {

    private static final double CORNER = 8;
    private static final double BADGE_HEIGHT = 16;
    private static final double INSET = 7;
    private static final double LIMB_WIDTH = 1.5;
    private static final double BROKEN_SIGN = 26;

    private final TileLook look;

    ThumbnailTile(TileLook look) {
        this.look = look;
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /** Nothing to be seen: what was painted belongs to another picture. */
    void blank() {
        getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
    }

    /** Says that there is no picture to come. */
    void paintUnreadable(Thumbnail thumbnail, boolean selected) {
        paint(thumbnail, g -> paintBroken(g, look.tokens()), selected);
    }

    void paint(Thumbnail thumbnail, Optional<Image> pixels, Skeleton skeleton, boolean selected) {
        paint(
                thumbnail,
                g -> pixels.ifPresent(image -> paintPicture(g, image, thumbnail, skeleton, look.tokens())),
                selected);
    }

    private void paint(Thumbnail thumbnail, Consumer<GraphicsContext> content, boolean selected) {
        GraphicsContext g = getGraphicsContext2D();
        ThemeTokens tokens = look.tokens();
        setAccessibleText(thumbnail.key().fileName());
        g.clearRect(0, 0, getWidth(), getHeight());
        g.save();
        roundedPath(g, 1, CORNER);
        g.clip();
        g.setFill(tokens.color("-color-bg-inset"));
        g.fillRect(0, 0, getWidth(), getHeight());
        content.accept(g);
        paintSigns(g, thumbnail, tokens);
        g.restore();
        g.setLineWidth(selected ? 2.4 : 1);
        g.setStroke(tokens.color(selected ? "-pw-selection" : "-color-border-muted"));
        roundedPath(g, selected ? 1.4 : 0.7, CORNER);
        g.stroke();
    }

    /** An empty frame, struck through. */
    private void paintBroken(GraphicsContext g, ThemeTokens tokens) {
        double left = (getWidth() - BROKEN_SIGN) / 2;
        double top = (getHeight() - BROKEN_SIGN) / 2 - BADGE_HEIGHT / 2;
        g.setStroke(tokens.color("-color-fg-muted"));
        g.setLineWidth(1.6);
        g.strokeRoundRect(left, top, BROKEN_SIGN, BROKEN_SIGN, 5, 5);
        g.strokeLine(left - 4, top + BROKEN_SIGN + 4, left + BROKEN_SIGN + 4, top - 4);
    }

    private void paintPicture(
            GraphicsContext g, Image image, Thumbnail thumbnail, Skeleton skeleton, ThemeTokens tokens) {
        double scale = Math.max(getWidth() / image.getWidth(), getHeight() / image.getHeight());
        double left = (getWidth() - image.getWidth() * scale) / 2;
        double top = (getHeight() - image.getHeight() * scale) / 2;
        g.drawImage(image, left, top, image.getWidth() * scale, image.getHeight() * scale);
        thumbnail.record().ifPresent(record -> {
            ImageSize frame = record.size();
            double perPixel = image.getWidth() * scale / frame.width();
            SkeletonColors colors = new SkeletonColors(skeleton, Palette.SIDES, tokens);
            g.setLineWidth(LIMB_WIDTH);
            for (int i = 0; i < record.people().size(); i++) {
                paintPerson(g, record.people().get(i), skeleton, colors, new Placement(left, top, perPixel, i));
            }
        });
    }

    private static void paintPerson(
            GraphicsContext g, PersonInstance person, Skeleton skeleton, SkeletonColors colors, Placement at) {
        Keypoints points = person.keypoints();
        if (person.crowd()) {
            return;
        }
        for (Skeleton.Limb limb : skeleton.limbs()) {
            if (points.isLabeled(limb.from()) && points.isLabeled(limb.to())) {
                g.setStroke(colors.ofLimb(limb, at.ordinal));
                g.strokeLine(
                        at.x(points.x(limb.from())),
                        at.y(points.y(limb.from())),
                        at.x(points.x(limb.to())),
                        at.y(points.y(limb.to())));
            }
        }
        for (int k = 0; skeleton.limbs().isEmpty() && k < points.size(); k++) {
            if (points.isLabeled(k)) {
                g.setFill(colors.ofPoint(k, at.ordinal));
                g.fillOval(at.x(points.x(k)) - 2, at.y(points.y(k)) - 2, 4, 4);
            }
        }
    }

    private void paintSigns(GraphicsContext g, Thumbnail thumbnail, ThemeTokens tokens) {
        double y = getHeight() - INSET - BADGE_HEIGHT;
        double right = getWidth() - INSET;
        if (thumbnail.oks().isPresent()) {
            double oks = thumbnail.oks().getAsDouble();
            String grade = OksGrade.of(oks).styleClass();
            String text = Decimals.of(oks, 2);
            double width = look.badgeWidth(text) + 10;
            badge(
                    g,
                    text,
                    look.badgeFont(),
                    right - width,
                    y,
                    width,
                    tokens.color("-pw-" + grade + "-background"),
                    tokens.color("-pw-" + grade + "-text"));
            right -= width + 4;
        }
        double room = right - INSET - 10;
        String name = look.name(thumbnail.key(), room);
        if (!name.isEmpty()) {
            double width = look.nameWidth(name) + 10;
            badge(
                    g,
                    name,
                    look.nameFont(),
                    INSET,
                    y,
                    width,
                    tokens.color("-pw-label-background"),
                    tokens.color("-pw-label-text"));
        }
        if (thumbnail.mark() != Thumbnail.Mark.NONE) {
            g.setFill(tokens.color(
                    switch (thumbnail.mark()) {
                        case EDITED -> "-pw-unsaved";
                        case REVIEWED -> "-pw-saved";
                        default -> "-pw-error-bar";
                    }));
            g.fillOval(getWidth() - INSET - 8, INSET, 8, 8);
        }
    }

    private static void badge(
            GraphicsContext g, String text, Font font, double x, double y, double width, Color back, Color front) {
        g.setFill(back);
        g.fillRoundRect(x, y, width, BADGE_HEIGHT, 6, 6);
        g.setFill(front);
        g.setFont(font);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, x + 5, y + BADGE_HEIGHT / 2);
    }

    private void roundedPath(GraphicsContext g, double inset, double radius) {
        double right = getWidth() - inset;
        double bottom = getHeight() - inset;
        g.beginPath();
        g.moveTo(inset + radius, inset);
        g.arcTo(right, inset, right, bottom, radius);
        g.arcTo(right, bottom, inset, bottom, radius);
        g.arcTo(inset, bottom, inset, inset, radius);
        g.arcTo(inset, inset, right, inset, radius);
        g.closePath();
    }

    /** Where image pixels lie on the tile. */
    private record Placement(double left, double top, double perPixel, int ordinal) {

        double x(double imageX) {
            return left + imageX * perPixel;
        }

        double y(double imageY) {
            return top + imageY * perPixel;
        }
    }
}
