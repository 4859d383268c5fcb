package org.posewright.app.canvas.layer;

import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.app.canvas.geometry.BoxHandle;
import org.posewright.app.canvas.geometry.HitTarget;

/** Selection, handles, hover, marquee and the tag beside the selected point: what changes while the pointer moves. */
public final class InteractionLayer {

    private static final double HANDLE = 7;
    private static final double SELECTED_RING = 9.5;
    private static final double TAG_PADDING = 6;
    private static final double TAG_HEIGHT = 20;

    /** Paints what belongs to the pointer over a scene. */
    public void paint(LayerContext context, CanvasScene scene, Interaction interaction) {
        if (scene.options().hidden()) {
            return;
        }
        for (PersonInstance person : scene.people()) {
            if (scene.isSelected(person) && scene.isShown(person)) {
                selectedBox(context, person, scene.selection().isPrimary(person.id()));
            }
        }
        if (interaction.placing().isEmpty()) {
            hover(context, scene, interaction);
        }
        selectedPoint(context, scene, interaction);
        interaction.marquee().ifPresent(region -> marquee(context, region));
        interaction
                .placing()
                .filter(hint -> interaction.isOver())
                .ifPresent(hint -> crosshair(context, interaction, hint));
    }

    private static void selectedBox(LayerContext context, PersonInstance person, boolean handles) {
        GraphicsContext g = context.graphics();
        Color accent = context.tokens().color("-pw-selection");
        Box box = person.box();
        g.setStroke(accent);
        g.setLineWidth(1.6);
        double x = context.viewX(box.x());
        double y = context.viewY(box.y());
        double width = context.transform().viewLength(Math.max(0, box.width()));
        double height = context.transform().viewLength(Math.max(0, box.height()));
        g.strokeRect(x, y, width, height);
        boolean roomForMiddle = Math.min(width, height) > 6 * HANDLE;
        for (BoxHandle handle : BoxHandle.values()) {
            if (handles && (handle.isCorner() || roomForMiddle)) {
                double size = handle.isCorner() ? HANDLE : HANDLE - 2;
                double handleX = context.viewX(handle.x(box)) - size / 2;
                double handleY = context.viewY(handle.y(box)) - size / 2;
                g.setFill(context.tokens().color("-pw-handle"));
                g.fillRect(handleX, handleY, size, size);
                g.setStroke(accent);
                g.setLineWidth(1.4);
                g.strokeRect(handleX, handleY, size, size);
            }
        }
    }

    private static void hover(LayerContext context, CanvasScene scene, Interaction interaction) {
        Optional<HitTarget> hover = interaction.hover();
        if (hover.isPresent() && hover.get() instanceof HitTarget.OnKeypoint target) {
            find(scene, target.personId())
                    .filter(person -> person.keypoints().isLabeled(target.index()))
                    .ifPresent(person -> {
                        SkeletonPainter.circle(
                                context.graphics(),
                                context.tokens().color("-pw-handle"),
                                context.viewX(person.keypoints().x(target.index())),
                                context.viewY(person.keypoints().y(target.index())),
                                SELECTED_RING - 1.5,
                                1.6);
                        if (!scene.selection().hasKeypoint()) {
                            tag(context, person, target.index(), name(scene, target.index()));
                        }
                    });
        }
    }

    private static void selectedPoint(LayerContext context, CanvasScene scene, Interaction interaction) {
        int index = scene.selection().keypoint();
        Optional<PersonInstance> primary = scene.selection().primary().flatMap(id -> find(scene, id));
        if (primary.isEmpty() || index < 0 || !primary.get().keypoints().isLabeled(index)) {
            return;
        }
        PersonInstance person = primary.get();
        SkeletonPainter.circle(
                context.graphics(),
                context.tokens().color("-pw-handle"),
                context.viewX(person.keypoints().x(index)),
                context.viewY(person.keypoints().y(index)),
                SELECTED_RING,
                2.4);
        String note = interaction.selectionNote().isEmpty() ? "" : "  " + interaction.selectionNote();
        tag(context, person, index, name(scene, index) + note);
    }

    private static void tag(LayerContext context, PersonInstance person, int index, String text) {
        GraphicsContext g = context.graphics();
        double width = context.labelWidths().of(text) + 2 * TAG_PADDING;
        double x = context.viewX(person.keypoints().x(index)) + SELECTED_RING + 5;
        double y = context.viewY(person.keypoints().y(index)) - TAG_HEIGHT / 2;
        double rightmost = context.viewX(context.visible().right()) - width - 4;
        if (x > rightmost) {
            x = context.viewX(person.keypoints().x(index)) - SELECTED_RING - 5 - width;
        }
        g.setFill(context.tokens().color("-pw-label-background"));
        g.fillRoundRect(x, y, width, TAG_HEIGHT, 4, 4);
        g.setFill(context.tokens().color("-pw-label-text"));
        g.setFont(context.labelFont());
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, x + TAG_PADDING, y + TAG_HEIGHT / 2);
    }

    private static void marquee(LayerContext context, Box region) {
        GraphicsContext g = context.graphics();
        g.setStroke(context.tokens().color("-pw-selection"));
        g.setLineWidth(1.2);
        g.setLineDashes(4, 3);
        g.strokeRect(
                context.viewX(region.x()),
                context.viewY(region.y()),
                context.transform().viewLength(region.width()),
                context.transform().viewLength(region.height()));
        g.setLineDashes();
    }

    private static void crosshair(LayerContext context, Interaction interaction, String hint) {
        GraphicsContext g = context.graphics();
        double x = interaction.pointerX();
        double y = interaction.pointerY();
        g.setStroke(context.tokens().color("-pw-guide"));
        g.setLineWidth(1.4);
        g.strokeLine(x - 12, y, x - 4, y);
        g.strokeLine(x + 4, y, x + 12, y);
        g.strokeLine(x, y - 12, x, y - 4);
        g.strokeLine(x, y + 4, x, y + 12);
        double width = context.labelWidths().of(hint) + 2 * TAG_PADDING;
        g.setFill(context.tokens().color("-pw-label-background"));
        g.fillRoundRect(x + 14, y + 10, width, TAG_HEIGHT, 4, 4);
        g.setFill(context.tokens().color("-pw-guide"));
        g.setFont(context.labelFont());
        g.setTextBaseline(VPos.CENTER);
        g.fillText(hint, x + 14 + TAG_PADDING, y + 10 + TAG_HEIGHT / 2);
    }

    private static String name(CanvasScene scene, int index) {
        return scene.skeleton().keypointNames().get(index);
    }

    private static Optional<PersonInstance> find(CanvasScene scene, long id) {
        return scene.people().stream().filter(p -> p.id() == id).findFirst();
    }
}
