package org.posewright.app.canvas.layer;

import javafx.scene.paint.Color;
import org.posewright.annotations.model.Skeleton;
import org.posewright.app.theme.ThemeTokens;

/** Colours of points and limbs for a palette, from the theme's tokens. */
public final class SkeletonColors {

    private static final int PERSON_COLORS = 8;
    private static final int RAINBOW_COLORS = 10;

    private final Skeleton skeleton;
    private final Palette palette;
    private final ThemeTokens tokens;

    public SkeletonColors(Skeleton skeleton, Palette palette, ThemeTokens tokens) {
        this.skeleton = skeleton;
        this.palette = palette;
        this.tokens = tokens;
    }

    /** The colour that stands for a person in lists, whatever the palette. */
    public static Color ofPerson(int ordinal, ThemeTokens tokens) {
        return tokens.color("-pw-person-" + Math.floorMod(ordinal, PERSON_COLORS));
    }

    public Color ofPoint(int index, int personOrdinal) {
        return switch (palette) {
            case SIDES -> ofSide(skeleton.side(index));
            case ULTRALYTICS -> tokens.color("-pw-ultralytics-" + bodyPart(index));
            case OPENPOSE -> tokens.color("-pw-openpose-" + index * RAINBOW_COLORS / skeleton.size());
            case PERSON -> ofPerson(personOrdinal, tokens);
        };
    }

    public Color ofLimb(Skeleton.Limb limb, int personOrdinal) {
        if (palette == Palette.SIDES && skeleton.side(limb.from()) != skeleton.side(limb.to())) {
            Skeleton.Side from = skeleton.side(limb.from());
            Skeleton.Side to = skeleton.side(limb.to());
            if (from == Skeleton.Side.MIDDLE) {
                return ofSide(to);
            }
            return to == Skeleton.Side.MIDDLE ? ofSide(from) : tokens.color("-pw-skeleton-bone");
        }
        return ofPoint(Math.max(limb.from(), limb.to()), personOrdinal);
    }

    private Color ofSide(Skeleton.Side side) {
        return switch (side) {
            case LEFT -> tokens.color("-pw-left");
            case RIGHT -> tokens.color("-pw-right");
            case MIDDLE -> tokens.color("-pw-middle");
        };
    }

    private String bodyPart(int index) {
        String name = skeleton.keypointNames().get(index);
        if (name.contains("knee") || name.contains("ankle") || name.contains("foot") || name.contains("paw")) {
            return "legs";
        }
        if (name.contains("hip") || name.contains("pelvis") || name.contains("spine")) {
            return "torso";
        }
        if (name.contains("shoulder") || name.contains("elbow") || name.contains("wrist") || name.contains("hand")) {
            return "arms";
        }
        return "face";
    }
}
