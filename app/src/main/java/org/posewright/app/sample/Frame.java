package org.posewright.app.sample;

/** Three orthogonal unit directions of a body part: its left, up and forward. */
record Frame(Vec left, Vec up, Vec forward) {

    static final Frame WORLD = new Frame(Vec.LEFT, Vec.UP, Vec.FORWARD);

    /** Turned about its own up axis; positive turns to the person's left. */
    Frame yawed(double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return new Frame(
                left.times(c).minus(forward.times(s)), up, forward.times(c).plus(left.times(s)));
    }

    /** Leaned forward about its own left axis. */
    Frame pitched(double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return new Frame(
                left, up.times(c).plus(forward.times(s)), forward.times(c).minus(up.times(s)));
    }

    /** Leaned to its own left. */
    Frame rolled(double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return new Frame(left.times(c).minus(up.times(s)), up.times(c).plus(left.times(s)), forward);
    }

    Vec at(double leftMetres, double upMetres, double forwardMetres) {
        return left.times(leftMetres).plus(up.times(upMetres)).plus(forward.times(forwardMetres));
    }
}
