package org.posewright.app.canvas.geometry;

/** What lies under the pointer. */
public sealed interface HitTarget {

    long personId();

    /** A labelled point. */
    record OnKeypoint(long personId, int index) implements HitTarget {}

    /** A grip of the selected person's box. */
    record OnHandle(long personId, BoxHandle handle) implements HitTarget {}

    /** The line between two points. */
    record OnLimb(long personId, int limbIndex) implements HitTarget {}

    /** The outline of a box. */
    record OnBoxEdge(long personId) implements HitTarget {}

    /** The inside of a box. */
    record OnBox(long personId) implements HitTarget {}
}
