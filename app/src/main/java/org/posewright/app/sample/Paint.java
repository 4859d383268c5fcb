package org.posewright.app.sample;

import java.util.random.RandomGenerator;

/** Colour along a limb or a panel: plain, striped, or cloth up to a point and skin from there. */
@FunctionalInterface
interface Paint {

    /**
     * @param share 0 at the start, 1 at the end
     */
    Colour at(double share);

    static Paint plain(Colour colour) {
        return share -> colour;
    }

    static Paint until(double border, Colour before, Colour after) {
        return share -> share < border ? before : after;
    }

    static Paint striped(Colour one, Colour other, int stripes) {
        return share -> ((int) (share * stripes) & 1) == 0 ? one : other;
    }

    /** A shirt: mostly plain, sometimes striped. */
    static Paint cloth(RandomGenerator random, Colour colour) {
        return random.nextDouble() < 0.3
                ? striped(colour, colour.mix(Colour.random(random), 0.6), 4 + random.nextInt(8))
                : plain(colour);
    }
}
