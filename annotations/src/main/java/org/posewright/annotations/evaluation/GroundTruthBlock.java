package org.posewright.annotations.evaluation;

import java.util.Arrays;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;

/** The labelled people of one picture in one category, packed for the evaluator, in file order. Immutable. */
public final class GroundTruthBlock {

    final long[] ids;
    final double[] areas;
    /** Left, top, width, height of each person. */
    final double[] boxes;
    /** x, y of each keypoint of each person. */
    final double[] xy;

    final boolean[] labeled;
    final int[] labeledCounts;
    final boolean[] crowd;
    final boolean[] ignored;
    private final int keypointCount;

    private GroundTruthBlock(Builder b) {
        keypointCount = b.keypointCount;
        ids = Arrays.copyOf(b.ids, b.size);
        areas = Arrays.copyOf(b.areas, b.size);
        boxes = Arrays.copyOf(b.boxes, 4 * b.size);
        xy = Arrays.copyOf(b.xy, 2 * keypointCount * b.size);
        labeled = Arrays.copyOf(b.labeled, keypointCount * b.size);
        crowd = Arrays.copyOf(b.crowd, b.size);
        ignored = Arrays.copyOf(b.ignored, b.size);
        labeledCounts = new int[b.size];
        for (int i = 0; i < labeled.length; i++) {
            labeledCounts[i / keypointCount] += labeled[i] ? 1 : 0;
        }
    }

    public static GroundTruthBlock empty(int keypointCount) {
        return new Builder(keypointCount, 0).build();
    }

    public int size() {
        return ids.length;
    }

    public int keypointCount() {
        return keypointCount;
    }

    public long id(int person) {
        return ids[person];
    }

    public double areaPixels(int person) {
        return areas[person];
    }

    public double x(int person, int keypoint) {
        return xy[2 * (keypointCount * person + keypoint)];
    }

    public double y(int person, int keypoint) {
        return xy[2 * (keypointCount * person + keypoint) + 1];
    }

    public boolean isLabeled(int person, int keypoint) {
        return labeled[keypointCount * person + keypoint];
    }

    /** Points with v &gt; 0, counted, whatever the file's {@code num_keypoints} says. */
    public int labeledCount(int person) {
        return labeledCounts[person];
    }

    public boolean isCrowd(int person) {
        return crowd[person];
    }

    public double boxX(int person) {
        return boxes[4 * person];
    }

    public double boxY(int person) {
        return boxes[4 * person + 1];
    }

    public double boxWidth(int person) {
        return boxes[4 * person + 2];
    }

    public double boxHeight(int person) {
        return boxes[4 * person + 3];
    }

    /** Overlap of the boxes of two people over their union; 0 where both are empty. */
    public double boxIou(int person, int other) {
        int a = 4 * person;
        int b = 4 * other;
        double width = Math.min(boxes[a] + boxes[a + 2], boxes[b] + boxes[b + 2]) - Math.max(boxes[a], boxes[b]);
        double height = Math.min(boxes[a + 1] + boxes[a + 3], boxes[b + 1] + boxes[b + 3])
                - Math.max(boxes[a + 1], boxes[b + 1]);
        double overlap = Math.max(0, width) * Math.max(0, height);
        double union = boxes[a + 2] * boxes[a + 3] + boxes[b + 2] * boxes[b + 3] - overlap;
        return union <= 0 ? 0 : overlap / union;
    }

    /** This block with some people left out of the count from now on, as a repair of false negatives does. */
    public GroundTruthBlock ignoring(boolean[] alsoIgnored) {
        Builder builder = new Builder(keypointCount, size());
        builder.copy(this);
        for (int i = 0; i < size(); i++) {
            builder.ignored[i] |= alsoIgnored[i];
        }
        return builder.build();
    }

    /** These people as if they had one point only; those who do not have it labelled are ignored. */
    public GroundTruthBlock onlyKeypoint(int keypoint) {
        Builder builder = new Builder(keypointCount, size());
        builder.copy(this);
        for (int i = 0; i < size(); i++) {
            boolean has = isLabeled(i, keypoint);
            if (labeledCount(i) > 0) {
                Arrays.fill(builder.labeled, keypointCount * i, keypointCount * (i + 1), false);
                builder.labeled[keypointCount * i + keypoint] = has;
                builder.ignored[i] |= !has;
            }
        }
        return builder.build();
    }

    /** Collects people in file order. */
    public static final class Builder {
        private final int keypointCount;
        private int size;
        private long[] ids;
        private double[] areas;
        private double[] boxes;
        private double[] xy;
        private boolean[] labeled;
        private boolean[] crowd;
        private boolean[] ignored;

        public Builder(int keypointCount, int expectedPeople) {
            this.keypointCount = keypointCount;
            ids = new long[expectedPeople];
            areas = new double[expectedPeople];
            boxes = new double[4 * expectedPeople];
            xy = new double[2 * keypointCount * expectedPeople];
            labeled = new boolean[keypointCount * expectedPeople];
            crowd = new boolean[expectedPeople];
            ignored = new boolean[expectedPeople];
        }

        /**
         * Starts a person without points.
         *
         * @param ignore whether the evaluator leaves the person out: crowd or {@code num_keypoints} 0
         * @return the person's index, for {@link #point}
         */
        public int person(long id, double areaPixels, boolean isCrowd, boolean ignore) {
            if (size == ids.length) {
                grow(Math.max(4, 2 * size));
            }
            ids[size] = id;
            areas[size] = areaPixels;
            crowd[size] = isCrowd;
            ignored[size] = ignore;
            return size++;
        }

        public void box(int person, double x, double y, double width, double height) {
            boxes[4 * person] = x;
            boxes[4 * person + 1] = y;
            boxes[4 * person + 2] = width;
            boxes[4 * person + 3] = height;
        }

        public void point(int person, int keypoint, double x, double y, boolean isLabeled) {
            int at = keypointCount * person + keypoint;
            xy[2 * at] = x;
            xy[2 * at + 1] = y;
            labeled[at] = isLabeled;
        }

        /**
         * Adds a person of the model.
         *
         * @param id as the evaluator should see it; 0 is never counted as a match by pycocotools
         */
        public Builder add(PersonInstance person, long id, AreaRule areaRule) {
            Keypoints points = person.keypoints();
            if (points.size() != keypointCount) {
                throw new EvaluationException("person " + person.id() + " has " + points.size()
                        + " keypoints but the skeleton has " + keypointCount + "; choose the skeleton of the labels");
            }
            double area = areaRule.areaOf(person).areaPixels();
            int index = person(id, area, person.crowd(), person.isIgnoredByEvaluator());
            box(
                    index,
                    person.box().x(),
                    person.box().y(),
                    person.box().width(),
                    person.box().height());
            for (int k = 0; k < keypointCount; k++) {
                point(index, k, points.x(k), points.y(k), points.isLabeled(k));
            }
            return this;
        }

        public GroundTruthBlock build() {
            return new GroundTruthBlock(this);
        }

        private void copy(GroundTruthBlock other) {
            size = other.size();
            ids = other.ids.clone();
            areas = other.areas.clone();
            boxes = other.boxes.clone();
            xy = other.xy.clone();
            labeled = other.labeled.clone();
            crowd = other.crowd.clone();
            ignored = other.ignored.clone();
        }

        private void grow(int capacity) {
            ids = Arrays.copyOf(ids, capacity);
            areas = Arrays.copyOf(areas, capacity);
            boxes = Arrays.copyOf(boxes, 4 * capacity);
            xy = Arrays.copyOf(xy, 2 * keypointCount * capacity);
            labeled = Arrays.copyOf(labeled, keypointCount * capacity);
            crowd = Arrays.copyOf(crowd, capacity);
            ignored = Arrays.copyOf(ignored, capacity);
        }
    }
}
