package org.posewright.annotations.model;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** The skeletons that need no file: COCO's 17-point person and the nameless one. */
public final class Skeletons {

    private static final int[][] COCO_LIMBS_ONE_BASED = {
        {16, 14}, {14, 12}, {17, 15}, {15, 13}, {12, 13}, {6, 12}, {7, 13}, {6, 7}, {6, 8}, {7, 9}, {8, 10}, {9, 11},
        {2, 3}, {1, 2}, {1, 3}, {2, 4}, {3, 5}, {4, 6}, {5, 7}
    };

    private static final double[] COCO_SIGMAS_TIMES_TEN = {
        .26, .25, .25, .35, .35, .79, .79, .72, .72, .62, .62, 1.07, 1.07, .87, .87, .89, .89
    };

    /** COCO's person: 17 points, 19 limbs; sigmas are pycocotools' doubles (tenths divided by ten). */
    public static final Skeleton COCO_PERSON = new Skeleton(
            "person",
            List.of(
                    "nose",
                    "left_eye",
                    "right_eye",
                    "left_ear",
                    "right_ear",
                    "left_shoulder",
                    "right_shoulder",
                    "left_elbow",
                    "right_elbow",
                    "left_wrist",
                    "right_wrist",
                    "left_hip",
                    "right_hip",
                    "left_knee",
                    "right_knee",
                    "left_ankle",
                    "right_ankle"),
            java.util.Arrays.stream(COCO_LIMBS_ONE_BASED)
                    .map(pair -> new Skeleton.Limb(pair[0] - 1, pair[1] - 1))
                    .toList(),
            List.of(0, 2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11, 14, 13, 16, 15),
            java.util.Arrays.stream(COCO_SIGMAS_TIMES_TEN)
                    .map(s -> s / 10)
                    .boxed()
                    .toList(),
            "COCO person",
            3);

    private Skeletons() {}

    /** Points known by number only, without limbs or partners; sigmas 1/K as Ultralytics assumes. */
    public static Skeleton numbered(int count, int valuesPerKeypoint) {
        return new Skeleton(
                "object",
                IntStream.range(0, count).mapToObj(Integer::toString).toList(),
                List.of(),
                List.of(),
                Collections.nCopies(count, 1.0 / count),
                "1/K",
                valuesPerKeypoint);
    }
}
