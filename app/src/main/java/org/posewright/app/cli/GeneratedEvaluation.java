package org.posewright.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.posewright.annotations.evaluation.DetectionSetBuilder;
import org.posewright.annotations.evaluation.EvaluationAxes;
import org.posewright.annotations.evaluation.EvaluationInput;
import org.posewright.annotations.evaluation.GroundTruthBlock;
import org.posewright.annotations.evaluation.GroundTruthSet;

/** A seeded evaluation with COCO val2017's proportions: 2.2 people a picture, 42 % without points, twenty detections a picture. */
final class GeneratedEvaluation {

    private static final int POINTS = 17;
    private static final int DETECTIONS = 20;
    private static final double WIDTH = 640;
    private static final double HEIGHT = 480;

    private record Figure(double x, double y, double height, double[] points) {}

    private final int images;
    private final Random random;

    GeneratedEvaluation(int images, long seed) {
        this.images = images;
        random = new Random(seed);
    }

    EvaluationInput input() {
        EvaluationAxes axes = new EvaluationAxes(LongStream.rangeClosed(1, images), LongStream.of(1));
        GroundTruthSet.Builder truth = new GroundTruthSet.Builder(axes, POINTS);
        DetectionSetBuilder detections = new DetectionSetBuilder(axes, POINTS);
        long id = 1;
        for (int i = 0; i < images; i++) {
            List<Figure> figures = new ArrayList<>();
            int people = random.nextDouble() < 0.46 ? 0 : 1 + (int) (-Math.log(1 - random.nextDouble()) * 3.1);
            for (int p = 0; p < people; p++) {
                Figure figure = figure();
                figures.add(figure);
                label(truth.at(i, 0), figure, id++);
            }
            for (int d = 0; d < DETECTIONS; d++) {
                detect(detections, i + 1, d < figures.size() ? figures.get(d) : figure(), d < figures.size());
            }
        }
        return new EvaluationInput(truth.build(), detections.build());
    }

    private Figure figure() {
        double height = Math.exp(Math.log(12) + random.nextDouble() * Math.log(460.0 / 12));
        double x = random.nextDouble() * (WIDTH - height / 2);
        double y = random.nextDouble() * (HEIGHT - height);
        double[] points = new double[2 * POINTS];
        for (int k = 0; k < POINTS; k++) {
            points[2 * k] = x + random.nextDouble() * height / 2;
            points[2 * k + 1] = y + height * (k + 1) / (POINTS + 1);
        }
        return new Figure(x, y, height, points);
    }

    private void label(GroundTruthBlock.Builder block, Figure figure, long id) {
        boolean crowd = random.nextDouble() < 0.016;
        boolean silent = crowd || random.nextDouble() < 0.42;
        int person = block.person(id, figure.height * figure.height * 0.265, crowd, silent);
        block.box(person, figure.x, figure.y, figure.height / 2, figure.height);
        for (int k = 0; k < POINTS && !silent; k++) {
            if (k == 0 || random.nextDouble() < 0.7) {
                block.point(person, k, figure.points[2 * k], figure.points[2 * k + 1], true);
            }
        }
    }

    private void detect(DetectionSetBuilder detections, long imageId, Figure figure, boolean real) {
        double score = real ? 0.3 + 0.7 * random.nextDouble() : 0.4 * random.nextDouble();
        int detection = detections.detection(imageId, 1, score);
        double noise = figure.height * 0.06 * random.nextDouble();
        for (int k = 0; k < POINTS; k++) {
            detections.point(
                    detection,
                    k,
                    figure.points[2 * k] + noise * random.nextGaussian(),
                    figure.points[2 * k + 1] + noise * random.nextGaussian());
        }
        detections.box(detection, figure.x, figure.y, figure.height / 2, figure.height);
    }
}
