package org.posewright.training.graph;

import java.util.Locale;

/** The five sizes in which both families are published, and before them one of our own for small, quickly trained models. */
public enum ModelScale {
    /** Half the width of {@link #N}; nobody publishes weights of it. */
    P,
    N,
    S,
    M,
    L,
    X;

    /** The letter as it stands in model names: {@code yolo11n-pose}. */
    public String letter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if the text is none of p, n, s, m, l, x */
    public static ModelScale ofLetter(String letter) {
        for (ModelScale scale : values()) {
            if (scale.letter().equals(letter)) {
                return scale;
            }
        }
        throw new IllegalArgumentException("Unknown model scale '" + letter + "': use p, n, s, m, l or x.");
    }
}
