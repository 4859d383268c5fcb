package org.posewright.app.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.model.Visibility;

/** Makes one label of a picture wrong, on a person large and complete enough that a careful look can tell. */
final class MistakePlanter {

    private static final int LEAST_JOINTS = 12;
    private static final double LEAST_HEIGHT_PIXELS = 130;
    /** A joint that is off by less could be anybody's opinion. */
    private static final double LEAST_TOLERANCES = 2.5;

    private static final double AREA_OF_BOX = 0.53;

    private static final double DISPLACEMENT_SHARE = 0.22;

    private final RandomGenerator random;

    MistakePlanter(RandomGenerator random) {
        this.random = random;
    }

    /** The people with the mistake in, and what it is. */
    record Outcome(List<PersonInstance> people, PlantedMistake mistake) {}

    /** Plants a mistake of the wanted kind; empty when nobody in the picture is fit for it. */
    Optional<Outcome> plant(PlantedMistake.Kind kind, String image, List<PersonInstance> people) {
        return people.stream()
                .filter(p ->
                        p.keypoints().labeledCount() >= LEAST_JOINTS && p.box().height() >= LEAST_HEIGHT_PIXELS)
                .max(Comparator.comparingDouble(p -> p.box().height()))
                .flatMap(victim -> plant(kind, image, people, victim));
    }

    private Optional<Outcome> plant(
            PlantedMistake.Kind kind, String image, List<PersonInstance> people, PersonInstance victim) {
        int row = people.indexOf(victim);
        List<PersonInstance> changed = new ArrayList<>(people);
        switch (kind) {
            case PERSON_MISSING -> {
                changed.remove(row);
                return Optional.of(outcome(changed, kind, image, row, "the person was left out"));
            }
            case SIDES_SWAPPED -> {
                if (!bothSidesApart(victim.keypoints())) {
                    return Optional.empty();
                }
                changed.set(row, victim.withKeypoints(swapSides(victim.keypoints())));
                return Optional.of(outcome(changed, kind, image, row, "left and right were exchanged"));
            }
            case JOINT_DISPLACED -> {
                int joint = visibleLimbEnd(victim.keypoints());
                double far = Math.max(
                        DISPLACEMENT_SHARE * victim.box().height(), LEAST_TOLERANCES * tolerance(victim, joint));
                double angle = 2 * Math.PI * random.nextDouble();
                Keypoint point = victim.keypoints().get(joint);
                Keypoint moved = Keypoint.ofFile(
                        Math.max(1, point.x() + far * Math.cos(angle)),
                        Math.max(1, point.y() + far * Math.sin(angle)),
                        point.visibility());
                changed.set(row, victim.withKeypoint(joint, moved));
                return Optional.of(outcome(changed, kind, image, row, name(joint) + " was moved"));
            }
            case WRONG_FLAG -> {
                int joint = visibleLimbEnd(victim.keypoints());
                changed.set(row, victim.withKeypoint(joint, Keypoint.UNLABELED));
                return Optional.of(outcome(changed, kind, image, row, name(joint) + " lost its label"));
            }
        }
        throw new IllegalStateException("no such mistake: " + kind);
    }

    /** What annotators differ by: two sigmas of the joint times the square root of the area. */
    private static double tolerance(PersonInstance person, int joint) {
        double area = AREA_OF_BOX * person.box().area();
        return 2 * Skeletons.COCO_PERSON.sigmas().get(joint) * Math.sqrt(area);
    }

    private static Outcome outcome(
            List<PersonInstance> people, PlantedMistake.Kind kind, String image, int row, String detail) {
        return new Outcome(people, new PlantedMistake(kind, image, row, detail));
    }

    private static String name(int joint) {
        return Skeletons.COCO_PERSON.keypointNames().get(joint);
    }

    private static boolean bothSidesApart(Keypoints points) {
        return points.isLabeled(Body.LEFT_SHOULDER)
                && points.isLabeled(Body.LEFT_SHOULDER + 1)
                && Math.abs(points.x(Body.LEFT_SHOULDER) - points.x(Body.LEFT_SHOULDER + 1)) > 25;
    }

    private static Keypoints swapSides(Keypoints points) {
        Keypoints.Builder swapped = new Keypoints.Builder(points.size());
        for (int i = 0; i < points.size(); i++) {
            int from = Skeletons.COCO_PERSON.partner(i);
            swapped.add(points.x(from), points.y(from), points.visibility(from), Provenance.FILE);
        }
        return swapped.build();
    }

    private int visibleLimbEnd(Keypoints points) {
        int[] fit = IntStream.range(Body.LEFT_ELBOW, points.size())
                .filter(i -> points.visibility(i) == Visibility.VISIBLE)
                .filter(i -> i != Body.LEFT_HIP && i != Body.LEFT_HIP + 1)
                .toArray();
        return fit.length == 0 ? Body.LEFT_SHOULDER : fit[random.nextInt(fit.length)];
    }
}
