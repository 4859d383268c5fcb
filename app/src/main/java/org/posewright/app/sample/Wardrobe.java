package org.posewright.app.sample;

import java.util.random.RandomGenerator;

/**
 * What a person looks like besides the body.
 *
 * @param sleeve share of the upper arm and forearm (0…2) covered by the shirt
 * @param leg share of thigh and shin (0…2) covered by the trousers
 * @param hairLength 0 bald, 1 short, 2 long
 */
record Wardrobe(
        Colour skin,
        Colour hair,
        Paint shirt,
        Colour shirtColour,
        Colour trousers,
        Colour shoes,
        double sleeve,
        double leg,
        int hairLength) {

    static Wardrobe random(RandomGenerator random) {
        double tone = random.nextDouble();
        Colour skin = new Colour(0.95, 0.76, 0.63).mix(new Colour(0.33, 0.2, 0.13), tone * tone);
        Colour hair = random.nextDouble() < 0.75
                ? new Colour(0.1, 0.07, 0.05).mix(new Colour(0.55, 0.38, 0.2), random.nextDouble())
                : new Colour(0.8, 0.75, 0.6).mix(new Colour(0.6, 0.6, 0.62), random.nextDouble());
        Colour shirt = Colour.random(random);
        Colour trousers = random.nextDouble() < 0.5
                ? new Colour(0.12, 0.16, 0.3).mix(new Colour(0.25, 0.25, 0.25), random.nextDouble())
                : Colour.random(random).times(0.8);
        double sleeve = random.nextDouble() < 0.5 ? 2 : 0.3 + 0.6 * random.nextDouble();
        double leg = random.nextDouble() < 0.65 ? 2 : 0.4 + 0.5 * random.nextDouble();
        return new Wardrobe(
                skin,
                hair,
                Paint.cloth(random, shirt),
                shirt,
                trousers,
                Colour.random(random).times(0.7),
                sleeve,
                leg,
                random.nextDouble() < 0.08 ? 0 : random.nextDouble() < 0.6 ? 1 : 2);
    }
}
