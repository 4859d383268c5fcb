package org.posewright.app.canvas.geometry;

import org.posewright.annotations.model.Box;

/** The eight grips of a box. */
public enum BoxHandle {
    NORTH_WEST(0, 0),
    NORTH(0.5, 0),
    NORTH_EAST(1, 0),
    EAST(1, 0.5),
    SOUTH_EAST(1, 1),
    SOUTH(0.5, 1),
    SOUTH_WEST(0, 1),
    WEST(0, 0.5);

    private final double horizontal;
    private final double vertical;

    BoxHandle(double horizontal, double vertical) {
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    public double x(Box box) {
        return box.x() + horizontal * box.width();
    }

    public double y(Box box) {
        return box.y() + vertical * box.height();
    }

    public boolean isCorner() {
        return horizontal != 0.5 && vertical != 0.5;
    }

    /** The box with this grip moved; turned the right way round when dragged across the opposite side. */
    public Box resize(Box box, double dx, double dy) {
        double left = box.x() + (horizontal == 0 ? dx : 0);
        double right = box.right() + (horizontal == 1 ? dx : 0);
        double top = box.y() + (vertical == 0 ? dy : 0);
        double bottom = box.bottom() + (vertical == 1 ? dy : 0);
        return Box.ofCorners(
                Math.min(left, right), Math.min(top, bottom), Math.max(left, right), Math.max(top, bottom));
    }
}
