package org.posewright.app.sample;

import java.util.random.RandomGenerator;

/** What is behind the people: sky or wall, ground, furniture of the view, and the grain of the camera. */
final class Backdrop {

    private final DepthCanvas canvas;
    private final RandomGenerator random;
    private final int horizon;

    Backdrop(DepthCanvas canvas, RandomGenerator random, int horizon) {
        this.canvas = canvas;
        this.random = random;
        this.horizon = horizon;
    }

    void paint() {
        boolean outdoors = random.nextBoolean();
        Colour top = outdoors
                ? Colour.hsv(
                        0.55 + 0.08 * random.nextDouble(),
                        0.2 + 0.4 * random.nextDouble(),
                        0.7 + 0.3 * random.nextDouble())
                : Colour.random(random).mix(new Colour(0.8, 0.78, 0.74), 0.6);
        Colour low = top.mix(new Colour(0.92, 0.92, 0.9), 0.5);
        Colour ground = outdoors
                ? Colour.hsv(
                        0.1 + 0.25 * random.nextDouble(),
                        0.15 + 0.4 * random.nextDouble(),
                        0.3 + 0.35 * random.nextDouble())
                : Colour.random(random).mix(new Colour(0.45, 0.36, 0.28), 0.6);
        double[] mottle = noise(24 + random.nextInt(40));
        double strength = 0.05 + 0.2 * random.nextDouble();
        for (int y = 0; y < canvas.height; y++) {
            Colour base = y < horizon
                    ? top.mix(low, y / (double) Math.max(1, horizon))
                    : ground.times(1.1 - 0.35 * (y - horizon) / (double) canvas.height);
            for (int x = 0; x < canvas.width; x++) {
                double grain = 1 + strength * (mottle[y * canvas.width + x] - 0.5);
                canvas.backdrop(x, y, base.times(grain));
            }
        }
        if (outdoors) {
            buildings();
            trees();
        } else {
            frames();
        }
    }

    private void buildings() {
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            int width = 40 + random.nextInt(130);
            int left = random.nextInt(canvas.width + width) - width;
            int top = (int) (horizon * (0.1 + 0.8 * random.nextDouble()));
            Colour wall = Colour.random(random).mix(new Colour(0.6, 0.58, 0.55), 0.7);
            fill(left, top, left + width, horizon + 4, wall);
            Colour glass = wall.times(0.5 + 0.2 * random.nextDouble());
            int pitch = 14 + random.nextInt(14);
            for (int y = top + 6; y < horizon - pitch; y += pitch) {
                for (int x = left + 6; x < left + width - pitch; x += pitch) {
                    fill(x, y, x + pitch / 2, y + pitch * 2 / 3, glass);
                }
            }
        }
    }

    private void trees() {
        int count = random.nextInt(7);
        for (int i = 0; i < count; i++) {
            double x = random.nextInt(canvas.width);
            double size = 15 + random.nextInt(50);
            Colour leaf = Colour.hsv(
                    0.22 + 0.14 * random.nextDouble(),
                    0.4 + 0.3 * random.nextDouble(),
                    0.25 + 0.3 * random.nextDouble());
            fill(
                    (int) (x - size / 10),
                    (int) (horizon - size),
                    (int) (x + size / 10),
                    horizon + 6,
                    new Colour(0.3, 0.22, 0.15));
            for (int blob = 0; blob < 9; blob++) {
                disc(
                        x + size * 0.7 * random.nextGaussian(),
                        horizon - size * (1.3 + 0.4 * random.nextGaussian()),
                        size * 0.5,
                        leaf.times(0.8 + 0.4 * random.nextDouble()));
            }
        }
    }

    private void frames() {
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            int width = 30 + random.nextInt(120);
            int height = 30 + random.nextInt(110);
            int left = random.nextInt(canvas.width);
            int top = random.nextInt(Math.max(1, horizon));
            Colour frame = Colour.random(random);
            fill(left, top, left + width, Math.min(top + height, horizon + 10), frame.times(0.6));
            fill(left + 4, top + 4, left + width - 4, Math.min(top + height, horizon + 10) - 4, Colour.random(random));
        }
    }

    private void fill(int left, int top, int right, int bottom, Colour colour) {
        for (int y = Math.max(0, top); y < Math.min(canvas.height, bottom); y++) {
            for (int x = Math.max(0, left); x < Math.min(canvas.width, right); x++) {
                canvas.backdrop(x, y, colour);
            }
        }
    }

    private void disc(double centerX, double centerY, double radius, Colour colour) {
        for (int y = (int) Math.max(0, centerY - radius); y < Math.min(canvas.height, centerY + radius); y++) {
            for (int x = (int) Math.max(0, centerX - radius); x < Math.min(canvas.width, centerX + radius); x++) {
                if (Math.hypot(x - centerX, y - centerY) < radius) {
                    canvas.backdrop(x, y, colour);
                }
            }
        }
    }

    /** Smooth noise in 0…1: random values on a grid, interpolated, two octaves. */
    private double[] noise(int cell) {
        double[] result = new double[canvas.width * canvas.height];
        double share = 2.0 / 3;
        for (int octave = 0; octave < 2; octave++, cell = Math.max(2, cell / 5), share /= 2) {
            int columns = canvas.width / cell + 2;
            int rows = canvas.height / cell + 2;
            double[] grid = random.doubles((long) columns * rows).toArray();
            for (int y = 0; y < canvas.height; y++) {
                double fy = y % cell / (double) cell;
                int row = y / cell * columns;
                for (int x = 0; x < canvas.width; x++) {
                    double fx = x % cell / (double) cell;
                    int at = row + x / cell;
                    double upper = grid[at] + (grid[at + 1] - grid[at]) * fx;
                    double lower = grid[at + columns] + (grid[at + columns + 1] - grid[at + columns]) * fx;
                    result[y * canvas.width + x] += share * (upper + (lower - upper) * fy);
                }
            }
        }
        return result;
    }
}
