package org.posewright.app.sample;

import java.util.random.RandomGenerator;

/** A colour, each part in 0…1. */
record Colour(double red, double green, double blue) {

    static Colour hsv(double hue, double saturation, double value) {
        double sector = (hue - Math.floor(hue)) * 6;
        double fraction = sector - Math.floor(sector);
        double low = value * (1 - saturation);
        double falling = value * (1 - saturation * fraction);
        double rising = value * (1 - saturation * (1 - fraction));
        return switch ((int) sector) {
            case 0 -> new Colour(value, rising, low);
            case 1 -> new Colour(falling, value, low);
            case 2 -> new Colour(low, value, rising);
            case 3 -> new Colour(low, falling, value);
            case 4 -> new Colour(rising, low, value);
            default -> new Colour(value, low, falling);
        };
    }

    static Colour random(RandomGenerator random) {
        return hsv(random.nextDouble(), 0.15 + 0.7 * random.nextDouble(), 0.2 + 0.75 * random.nextDouble());
    }

    Colour times(double factor) {
        return new Colour(red * factor, green * factor, blue * factor);
    }

    Colour mix(Colour other, double share) {
        return new Colour(
                red + (other.red - red) * share,
                green + (other.green - green) * share,
                blue + (other.blue - blue) * share);
    }
}
