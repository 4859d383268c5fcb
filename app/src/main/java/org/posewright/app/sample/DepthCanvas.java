package org.posewright.app.sample;

/**
 * A picture with depth: colours in linear steps of 0…1, nearest surface kept, and who owns it.
 *
 * <p>Pixels are addressed by picture coordinates; depth grows towards the viewer, in pixels.
 */
final class DepthCanvas {

    static final int NOBODY = -1;

    final int width;
    final int height;
    final float[] red;
    final float[] green;
    final float[] blue;
    private final float[] depth;
    private final int[] owner;
    private final Light light;

    /** Where the light comes from and how it is split between direct and ambient. */
    record Light(Vec direction, double direct, double ambient) {}

    DepthCanvas(int width, int height, Light light) {
        this.width = width;
        this.height = height;
        this.light = light;
        int count = width * height;
        red = new float[count];
        green = new float[count];
        blue = new float[count];
        depth = new float[count];
        owner = new int[count];
        java.util.Arrays.fill(depth, Float.NEGATIVE_INFINITY);
        java.util.Arrays.fill(owner, NOBODY);
    }

    /** Colours a pixel of the backdrop, behind everything. */
    void backdrop(int x, int y, Colour colour) {
        set(y * width + x, colour, 1);
    }

    /** A shaded ball. */
    void ball(Vec center, double radius, Colour colour, int person) {
        int left = (int) Math.max(0, Math.ceil(center.x() - radius));
        int right = (int) Math.min(width - 1, Math.floor(center.x() + radius));
        int top = (int) Math.max(0, Math.ceil(center.y() - radius));
        int bottom = (int) Math.min(height - 1, Math.floor(center.y() + radius));
        double squared = radius * radius;
        for (int y = top; y <= bottom; y++) {
            double dy = y - center.y();
            for (int x = left; x <= right; x++) {
                double dx = x - center.x();
                double rest = squared - dx * dx - dy * dy;
                if (rest <= 0) {
                    continue;
                }
                double dz = Math.sqrt(rest);
                float z = (float) (center.z() + dz);
                int at = y * width + x;
                if (z > depth[at]) {
                    depth[at] = z;
                    owner[at] = person;
                    // Picture y points down, light directions point up.
                    set(at, colour, shade(dx / radius, -dy / radius, dz / radius));
                }
            }
        }
    }

    /** A row of balls from one point to another: a limb. */
    void limb(Vec from, double fromRadius, Vec to, double toRadius, Paint paint, int person) {
        double length = Math.sqrt(to.minus(from).dot(to.minus(from)));
        int steps = Math.max(2, (int) Math.ceil(length / Math.max(0.6, 0.12 * Math.min(fromRadius, toRadius))));
        for (int i = 0; i <= steps; i++) {
            double share = i / (double) steps;
            ball(from.lerp(to, share), fromRadius + (toRadius - fromRadius) * share, paint.at(share), person);
        }
    }

    /** A flat box in front of or behind people, with a little shading from top to bottom. */
    void panel(int left, int top, int right, int bottom, double z, Paint paint) {
        for (int y = Math.max(0, top); y < Math.min(height, bottom); y++) {
            double share = (y - top) / (double) Math.max(1, bottom - top);
            Colour colour = paint.at(share);
            for (int x = Math.max(0, left); x < Math.min(width, right); x++) {
                int at = y * width + x;
                if (z > depth[at]) {
                    depth[at] = (float) z;
                    owner[at] = NOBODY;
                    set(at, colour, 1.05 - 0.3 * share);
                }
            }
        }
    }

    /** Darkens an elliptic patch of the backdrop: the shadow under a person. */
    void shadow(double centerX, double centerY, double radiusX, double radiusY, double strength) {
        for (int y = (int) Math.max(0, centerY - radiusY); y <= Math.min(height - 1, centerY + radiusY); y++) {
            for (int x = (int) Math.max(0, centerX - radiusX); x <= Math.min(width - 1, centerX + radiusX); x++) {
                double dx = (x - centerX) / radiusX;
                double dy = (y - centerY) / radiusY;
                double inside = 1 - dx * dx - dy * dy;
                if (inside > 0) {
                    scale(y * width + x, 1 - strength * inside);
                }
            }
        }
    }

    /** Depth of the nearest surface at a pixel; negative infinity where only the backdrop is. */
    float depthAt(int x, int y) {
        return depth[y * width + x];
    }

    /** The person whose surface is nearest at a pixel, or {@link #NOBODY}. */
    int ownerAt(int x, int y) {
        return owner[y * width + x];
    }

    private double shade(double normalX, double normalY, double normalZ) {
        Vec d = light.direction();
        double lambert = Math.max(0, normalX * d.x() + normalY * d.y() + normalZ * d.z());
        double rim = 0.75 + 0.25 * normalZ;
        return (light.ambient() + light.direct() * lambert) * rim;
    }

    private void set(int at, Colour colour, double brightness) {
        red[at] = (float) (colour.red() * brightness);
        green[at] = (float) (colour.green() * brightness);
        blue[at] = (float) (colour.blue() * brightness);
    }

    private void scale(int at, double factor) {
        red[at] *= (float) factor;
        green[at] *= (float) factor;
        blue[at] *= (float) factor;
    }
}
