package org.posewright.annotations.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The cases of make_eval_cases.py, made again step by step from the seed. */
final class RandomEvaluationCase {

    private static final double[] AREAS = {1024, 9216, 1023, 9217, 1025, 9215, 400, 5000, 20000, 90000};
    private static final int[] PEOPLE = {0, 1, 2, 3, 7};
    private static final int[] FLAGS = {0, 1, 2, 2};
    private static final int[] AMPLITUDES = {3, 9, 25, 60};
    private static final long MASK = (1L << 48) - 1;

    private record Person(
            double[] points, long category, double area, double[] box, boolean crowd, int declaredKeypoints) {}

    private long state;
    private final int keypoints;
    private final long[] categories;
    private final EvaluationInput input;
    private int peopleCount;

    RandomEvaluationCase(long seed) {
        state = (seed ^ 0x5DEECE66DL) & MASK;
        IntStream.range(0, 4).forEach(i -> next(2));
        keypoints = next(5) != 0 ? 17 : 1 + next(30);
        categories = next(6) != 0 ? new long[] {1} : new long[] {1, 3};
        long[] images = new long[1 + next(6)];
        for (int i = 0; i < images.length; i++) {
            images[i] = 10L * (i + 1) + next(5);
        }
        input = make(images);
    }

    EvaluationInput input() {
        return input;
    }

    EvaluationParameters parameters() {
        if (keypoints == 17) {
            return EvaluationParameters.coco(org.posewright.annotations.model.Skeletons.COCO_PERSON);
        }
        double[] sigmas = new double[keypoints];
        Arrays.fill(sigmas, 1.0 / keypoints);
        return EvaluationParameters.coco(Oks.ofSigmas(sigmas));
    }

    private EvaluationInput make(long[] images) {
        boolean hasBox = next(2) == 1;
        boolean tied = next(2) == 1;
        boolean many = next(4) == 0;
        int amplitude = AMPLITUDES[next(4)];
        int firstId = next(8) == 0 ? 0 : 1;
        EvaluationAxes axes = new EvaluationAxes(LongStream.of(images), LongStream.of(categories));
        GroundTruthSet.Builder truth = new GroundTruthSet.Builder(axes, keypoints);
        DetectionSetBuilder detections = new DetectionSetBuilder(axes, keypoints);
        for (long image : images) {
            List<Person> mine = people();
            for (Person person : mine) {
                add(truth, axes, image, person, firstId + peopleCount++);
            }
            int count = many ? 15 + next(15) : next(8);
            for (int d = 0; d < count; d++) {
                detect(detections, image, mine, new Habits(hasBox, tied, amplitude));
            }
        }
        EvaluationInput all = new EvaluationInput(truth.build(), detections.build());
        if (next(5) == 0) {
            long[] kept = LongStream.of(images).filter(i -> next(3) != 0).toArray();
            return kept.length == 0 ? all : all.restrictedTo(kept);
        }
        return all;
    }

    private List<Person> people() {
        List<Person> mine = new ArrayList<>();
        int count = PEOPLE[next(5)];
        for (int i = 0; i < count; i++) {
            boolean twin = next(8) == 0 && !mine.isEmpty();
            mine.add(twin ? mine.get(mine.size() - 1) : person());
        }
        return mine;
    }

    private Person person() {
        int x = next(1600);
        int y = next(1200);
        int s = 4 + next(60);
        boolean silent = next(6) == 0;
        double[] points = new double[3 * keypoints];
        int labeled = 0;
        for (int k = 0; k < keypoints; k++) {
            int v = silent ? 0 : FLAGS[next(4)];
            points[3 * k] = (x + next(4 * s)) / 4.0;
            points[3 * k + 1] = (y + next(12 * s)) / 4.0;
            points[3 * k + 2] = v;
            labeled += v > 0 ? 1 : 0;
        }
        double area = next(3) == 0 ? AREAS[next(10)] : s * s * 3 * (1 + next(4)) / 4.0;
        long category = categories[next(categories.length)];
        boolean crowd = next(9) == 0;
        if (next(15) == 0) {
            labeled = next(2);
        }
        return new Person(points, category, area, new double[] {x / 4.0, y / 4.0, s, 3.0 * s}, crowd, labeled);
    }

    private void add(GroundTruthSet.Builder truth, EvaluationAxes axes, long image, Person person, long id) {
        GroundTruthBlock.Builder block = truth.at(axes.imageIndex(image), axes.categoryIndex(person.category));
        int index = block.person(id, person.area, person.crowd, person.crowd || person.declaredKeypoints == 0);
        block.box(index, person.box[0], person.box[1], person.box[2], person.box[3]);
        for (int k = 0; k < keypoints; k++) {
            block.point(index, k, person.points[3 * k], person.points[3 * k + 1], person.points[3 * k + 2] > 0);
        }
    }

    private record Habits(boolean hasBox, boolean tied, int amplitude) {}

    private void detect(DetectionSetBuilder detections, long image, List<Person> mine, Habits habits) {
        double score = habits.tied ? next(4) / 4.0 : next(100000) / 100000.0;
        long category = categories[next(categories.length)];
        double[] points = new double[3 * keypoints];
        if (!mine.isEmpty() && next(4) != 0) {
            double[] source = mine.get(next(mine.size())).points;
            int reach = 1 + next(habits.amplitude);
            for (int k = 0; k < keypoints; k++) {
                points[3 * k] = source[3 * k] + (next(2 * reach + 1) - reach) / 4.0;
                points[3 * k + 1] = source[3 * k + 1] + (next(2 * reach + 1) - reach) / 4.0;
            }
        } else {
            for (int k = 0; k < keypoints; k++) {
                points[3 * k] = next(2560) / 4.0;
                points[3 * k + 1] = next(1920) / 4.0;
            }
        }
        boolean square = next(6) == 0;
        int width = square ? 32 : 1 + next(200);
        int height = square ? 32 : 1 + next(200);
        int index = detections.detection(image, category, score);
        detections.points(index, points, 0);
        if (habits.hasBox) {
            detections.box(index, points[0], points[1], width, height);
        }
    }

    private int next(int bound) {
        state = (state * 0x5DEECE66DL + 11) & MASK;
        return (int) ((state >>> 17) % bound);
    }
}
