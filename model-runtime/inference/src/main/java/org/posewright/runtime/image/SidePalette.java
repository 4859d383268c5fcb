package org.posewright.runtime.image;

import org.opencv.core.Scalar;
import org.posewright.annotations.model.Skeleton;

/** Colours by body side that remain apart for colour-blind people (Okabe and Ito's set): left blue, right orange, middle green. */
final class SidePalette {

    private static final Scalar LEFT = new Scalar(0xF5, 0xA0, 0x30);
    private static final Scalar RIGHT = new Scalar(0x00, 0x9F, 0xFF);
    private static final Scalar MIDDLE = new Scalar(0x73, 0xD0, 0x30);
    private static final double PALE_SHARE = 0.5;
    private static final double GREY = 160;

    private final Skeleton skeleton;

    SidePalette(Skeleton skeleton) {
        this.skeleton = skeleton;
    }

    /** Blue, green, red of a point. */
    Scalar point(int index) {
        return switch (skeleton.side(index)) {
            case LEFT -> LEFT;
            case RIGHT -> RIGHT;
            case MIDDLE -> MIDDLE;
        };
    }

    /** A limb has the colour of its side; one between sides has the middle's. */
    Scalar limb(Skeleton.Limb limb) {
        return skeleton.side(limb.from()) == skeleton.side(limb.to()) ? point(limb.from()) : MIDDLE;
    }

    static Scalar pale(Scalar color) {
        double[] channels = color.val.clone();
        for (int i = 0; i < ImageFrame.CHANNELS; i++) {
            channels[i] = channels[i] * (1 - PALE_SHARE) + GREY * PALE_SHARE;
        }
        return new Scalar(channels);
    }
}
