package org.posewright.training.augment;

/**
 * A projective map of the plane: a row-major 3 x 3 matrix applied to {@code (x, y, 1)}, the result divided by its third
 * coordinate.
 */
public record PlaneTransform(
        double m00, double m01, double m02, double m10, double m11, double m12, double m20, double m21, double m22) {

    public static final PlaneTransform IDENTITY = new PlaneTransform(1, 0, 0, 0, 1, 0, 0, 0, 1);

    public static PlaneTransform translation(double dx, double dy) {
        return new PlaneTransform(1, 0, dx, 0, 1, dy, 0, 0, 1);
    }

    public static PlaneTransform scaling(double scaleX, double scaleY) {
        return new PlaneTransform(scaleX, 0, 0, 0, scaleY, 0, 0, 0, 1);
    }

    /** Applies this map first, {@code next} after it. */
    public PlaneTransform then(PlaneTransform next) {
        return new PlaneTransform(
                next.m00 * m00 + next.m01 * m10 + next.m02 * m20,
                next.m00 * m01 + next.m01 * m11 + next.m02 * m21,
                next.m00 * m02 + next.m01 * m12 + next.m02 * m22,
                next.m10 * m00 + next.m11 * m10 + next.m12 * m20,
                next.m10 * m01 + next.m11 * m11 + next.m12 * m21,
                next.m10 * m02 + next.m11 * m12 + next.m12 * m22,
                next.m20 * m00 + next.m21 * m10 + next.m22 * m20,
                next.m20 * m01 + next.m21 * m11 + next.m22 * m21,
                next.m20 * m02 + next.m21 * m12 + next.m22 * m22);
    }

    public double x(double x, double y) {
        return (m00 * x + m01 * y + m02) / (m20 * x + m21 * y + m22);
    }

    public double y(double x, double y) {
        return (m10 * x + m11 * y + m12) / (m20 * x + m21 * y + m22);
    }

    /**
     * The map that undoes this one.
     *
     * @throws ArithmeticException if there is none
     */
    public PlaneTransform inverse() {
        double c00 = m11 * m22 - m12 * m21;
        double c01 = m12 * m20 - m10 * m22;
        double c02 = m10 * m21 - m11 * m20;
        double determinant = m00 * c00 + m01 * c01 + m02 * c02;
        if (determinant == 0) {
            throw new ArithmeticException("the transform maps the plane to a line");
        }
        return new PlaneTransform(
                c00 / determinant,
                (m02 * m21 - m01 * m22) / determinant,
                (m01 * m12 - m02 * m11) / determinant,
                c01 / determinant,
                (m00 * m22 - m02 * m20) / determinant,
                (m02 * m10 - m00 * m12) / determinant,
                c02 / determinant,
                (m01 * m20 - m00 * m21) / determinant,
                (m00 * m11 - m01 * m10) / determinant);
    }

    public boolean isAffine() {
        return m20 == 0 && m21 == 0 && m22 == 1;
    }
}
