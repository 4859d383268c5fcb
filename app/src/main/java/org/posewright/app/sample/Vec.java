package org.posewright.app.sample;

/** A point or direction in three dimensions. */
record Vec(double x, double y, double z) {

    static final Vec LEFT = new Vec(1, 0, 0);
    static final Vec UP = new Vec(0, 1, 0);
    static final Vec FORWARD = new Vec(0, 0, 1);

    Vec plus(Vec other) {
        return new Vec(x + other.x, y + other.y, z + other.z);
    }

    Vec minus(Vec other) {
        return plus(other.times(-1));
    }

    Vec times(double factor) {
        return new Vec(x * factor, y * factor, z * factor);
    }

    double dot(Vec other) {
        return x * other.x + y * other.y + z * other.z;
    }

    Vec unit() {
        double length = Math.sqrt(dot(this));
        return length < 1e-12 ? UP : times(1 / length);
    }

    Vec lerp(Vec other, double share) {
        return times(1 - share).plus(other.times(share));
    }

    /** This direction turned by {@code angle} towards {@code target}. */
    Vec turnedTowards(Vec target, double angle) {
        Vec across = target.minus(times(target.dot(this))).unit();
        return times(Math.cos(angle)).plus(across.times(Math.sin(angle)));
    }
}
