package org.posewright.app.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Visibility;

/**
 * Predictions such as a model of moderate quality would make, drawn from exact labels: points a little off, a few far off, sides
 * exchanged now and then, small people overlooked, people seen where nobody is. Stands in for a model where label suspects are measured
 * without one. The same seed makes the same predictions.
 *
 * @param jitter standard deviation of a point, as a multiple of COCO's sigma times the square root of the area
 * @param overlooked share of people without a prediction; twice that for the smaller half, none for large ones
 * @param outliers share of points that lie far off, with middling confidence
 * @param inversions share of people with the legs or arms exchanged
 * @param phantoms people per picture that are not there
 */
public record ImperfectModel(
        double jitter, double overlooked, double outliers, double inversions, double phantoms, long seed) {

    private static final double LARGE_HEIGHT_SHARE = 0.35;
    private static final int LEFT_ARM = 7;
    private static final int LEFT_LEG = 13;

    /** About what a nano model with AP 0.8 does. */
    public static ImperfectModel moderate(long seed) {
        return new ImperfectModel(1, 0.08, 0.01, 0.02, 0.05, seed);
    }

    /** Predictions for a picture whose labels are exact, best score first. */
    public List<PosePrediction> predict(ImageRecord exact, Skeleton skeleton) {
        RandomGenerator random =
                new SplittableRandom(seed * 31 + exact.key().path().hashCode());
        List<PosePrediction> predictions = new ArrayList<>();
        for (PersonInstance person : exact.people()) {
            boolean large =
                    person.box().height() > LARGE_HEIGHT_SHARE * exact.size().height();
            if (large || random.nextDouble() >= 2 * overlooked) {
                predictions.add(seen(person, skeleton, 0.55 + 0.4 * random.nextDouble(), random));
            }
        }
        if (!exact.people().isEmpty() && random.nextDouble() < phantoms) {
            predictions.add(phantom(exact, skeleton, random));
        }
        predictions.sort(Comparator.comparingDouble(PosePrediction::score).reversed());
        return predictions;
    }

    private PosePrediction phantom(ImageRecord exact, Skeleton skeleton, RandomGenerator random) {
        PersonInstance model = exact.people().get(random.nextInt(exact.people().size()));
        double dx = (random.nextDouble() - 0.5) * exact.size().width();
        double dy = (random.nextDouble() - 0.5) * exact.size().height();
        PosePrediction shape = seen(model, skeleton, 0.2 + 0.5 * random.nextDouble(), random);
        return new PosePrediction(
                new Box(
                        shape.box().x() + dx,
                        shape.box().y() + dy,
                        shape.box().width(),
                        shape.box().height()),
                shape.categoryIndex(),
                shape.score(),
                shape.keypoints().stream()
                        .map(p -> new ScoredKeypoint(p.x() + dx, p.y() + dy, 0.6 * p.confidence()))
                        .toList());
    }

    private PosePrediction seen(PersonInstance person, Skeleton skeleton, double score, RandomGenerator random) {
        Keypoints points = person.keypoints();
        Box box = person.box();
        double size = Math.sqrt(0.53 * box.area());
        boolean inverted = random.nextDouble() < inversions;
        int firstInverted = random.nextBoolean() ? LEFT_ARM : LEFT_LEG;
        List<ScoredKeypoint> predicted = new ArrayList<>();
        for (int k = 0; k < points.size(); k++) {
            boolean exchange = inverted && k >= firstInverted && k < firstInverted + 4;
            int from = exchange ? skeleton.partner(k) : k;
            predicted.add(point(points, from, 2 * skeleton.sigmas().get(k) * size, box, random));
        }
        double grow = 0.02 * random.nextGaussian();
        return new PosePrediction(
                box.grown(grow * Math.min(box.width(), box.height())), person.categoryIndex(), score, predicted);
    }

    private ScoredKeypoint point(Keypoints points, int k, double scale, Box box, RandomGenerator random) {
        if (!points.isLabeled(k)) {
            // Where nothing is to be seen a model guesses, and says so.
            return new ScoredKeypoint(
                    box.x() + box.width() * random.nextDouble(),
                    box.y() + box.height() * random.nextDouble(),
                    0.5 * random.nextDouble());
        }
        boolean far = random.nextDouble() < outliers;
        double spread = 0.5 * jitter * scale;
        double confidence = far
                ? 0.3 + 0.4 * random.nextDouble()
                : points.visibility(k) == Visibility.VISIBLE
                        ? 0.88 + 0.11 * random.nextDouble()
                        : 0.4 + 0.45 * random.nextDouble();
        double reach = far ? 0.25 * box.height() : 0;
        double angle = 2 * Math.PI * random.nextDouble();
        return new ScoredKeypoint(
                points.x(k) + spread * random.nextGaussian() + reach * Math.cos(angle),
                points.y(k) + spread * random.nextGaussian() + reach * Math.sin(angle),
                confidence);
    }
}
