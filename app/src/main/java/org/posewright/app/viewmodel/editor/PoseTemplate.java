package org.posewright.app.viewmodel.editor;

import java.util.Arrays;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Visibility;

/**
 * The shape of a person to stretch into a box.
 *
 * @param points in the frame of {@code box}
 */
public record PoseTemplate(Box box, Keypoints points) {

    /** A person who stands and faces the camera, in a box of 1 x 1; order of COCO's 17 points. */
    private static final double[][] STANDING = {
        {.50, .08},
        {.53, .06},
        {.47, .06},
        {.56, .08},
        {.44, .08},
        {.64, .20},
        {.36, .20},
        {.72, .35},
        {.28, .35},
        {.76, .50},
        {.24, .50},
        {.59, .52},
        {.41, .52},
        {.60, .74},
        {.40, .74},
        {.61, .95},
        {.39, .95}
    };

    /** Somebody who is there already. */
    static PoseTemplate of(PersonInstance person) {
        return new PoseTemplate(person.box(), person.keypoints());
    }

    /** A standing person for COCO's skeleton; for others the points on a circle. */
    static PoseTemplate standing(Skeleton skeleton) {
        int count = skeleton.size();
        double[][] places = count == STANDING.length ? STANDING : circle(count);
        Keypoints.Builder points = new Keypoints.Builder(count);
        Arrays.stream(places).forEach(p -> points.add(p[0], p[1], Visibility.VISIBLE, Provenance.HUMAN));
        return new PoseTemplate(new Box(0, 0, 1, 1), points.build());
    }

    private static double[][] circle(int count) {
        double[][] places = new double[count][];
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * i / count;
            places[i] = new double[] {.5 + .4 * Math.sin(angle), .5 - .4 * Math.cos(angle)};
        }
        return places;
    }
}
