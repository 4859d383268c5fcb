package org.posewright.annotations.evaluation;

import java.util.Arrays;
import java.util.stream.LongStream;

/** The small golden evaluation of the specification: six people on two of three pictures, nine detections. */
public final class SmallEvaluation {

    private static final double[][] POSE = {
        {50, 20}, {54, 16}, {46, 16}, {60, 18}, {40, 18}, {68, 45}, {32, 45}, {75, 80}, {25, 80}, {78, 112}, {22, 112},
        {62, 110}, {38, 110}, {64, 152}, {36, 152}, {65, 195}, {35, 195}
    };
    private static final int[] PARTIAL = {2, 1, 1, 0, 2, 2, 2, 2, 0, 1, 0, 2, 2, 0, 0, 0, 0};

    private static final double[][] DETECTIONS = {
        {1, 100, 100, 1.0, 0.95, 1, 1, 1.0},
        {1, 300, 120, 0.8, 0.90, 2, -1, 2.0},
        {1, 102, 101, 1.0, 0.92, 6, 5, 3.0},
        {1, 425, 205, 0.5, 0.55, 0, 0, 1.0},
        {2, 50, 50, 0.35, 0.80, 0.5, 0.5, 0.8},
        {2, 200, 60, 1.2, 0.70, 12, 10, 4.0},
        {2, 430, 40, 1.3, 0.65, 0, 0, 1.0},
        {2, 500, 300, 0.4, 0.75, 0, 0, 0},
        {3, 100, 100, 1.0, 0.93, 0, 0, 0}
    };

    private SmallEvaluation() {}

    public static EvaluationInput input() {
        EvaluationAxes axes = new EvaluationAxes(LongStream.of(1, 2, 3), LongStream.of(1));
        GroundTruthSet.Builder truth = new GroundTruthSet.Builder(axes, 17);
        int[] all = new int[17];
        Arrays.fill(all, 2);
        person(truth.at(0, 0), 11, new double[] {100, 100, 1.0}, all, false);
        person(truth.at(0, 0), 12, new double[] {300, 120, 0.8}, PARTIAL, false);
        person(truth.at(0, 0), 13, new double[] {420, 200, 0.5}, new int[17], false);
        person(truth.at(1, 0), 14, new double[] {50, 50, 0.35}, all, false);
        person(truth.at(1, 0), 15, new double[] {200, 60, 1.2}, all, false);
        person(truth.at(1, 0), 16, new double[] {400, 10, 1.5}, new int[17], true);
        DetectionSetBuilder detections = new DetectionSetBuilder(axes, 17);
        for (double[] d : DETECTIONS) {
            int index = detections.detection((long) d[0], 1, d[4]);
            for (int i = 0; i < 17; i++) {
                double x = d[3] * POSE[i][0] + (d[1] + d[5]) + d[7] * (7 * i % 5 - 2);
                double y = d[3] * POSE[i][1] + (d[2] + d[6]) + d[7] * (3 * i % 5 - 2);
                detections.point(index, i, Math.rint(x * 1000) / 1000, Math.rint(y * 1000) / 1000);
            }
        }
        return new EvaluationInput(truth.build(), detections.build());
    }

    private static void person(GroundTruthBlock.Builder block, long id, double[] place, int[] flags, boolean crowd) {
        double s = place[2];
        boolean silent = Arrays.stream(flags).allMatch(v -> v == 0);
        int person = block.person(id, 0.6 * 80 * s * 195 * s, crowd, crowd || silent);
        block.box(person, place[0] + 10 * s, place[1] + 5 * s, 80 * s, 195 * s);
        for (int k = 0; k < 17; k++) {
            if (flags[k] > 0) {
                block.point(person, k, s * POSE[k][0] + place[0], s * POSE[k][1] + place[1], true);
            }
        }
    }
}
