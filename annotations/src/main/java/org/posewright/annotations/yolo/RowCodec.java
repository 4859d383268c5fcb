package org.posewright.annotations.yolo;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.model.Visibility;

/**
 * Turns the numbers of one row into pixels of a frame: {@code class xc yc w h} and {@code keypointCount} times {@code x y [v]}.
 *
 * @param frame size of the picture after EXIF rotation
 * @param valuesPerKeypoint 2 or 3
 */
record RowCodec(ImageSize frame, int keypointCount, int valuesPerKeypoint) {

    static final int CENTER_X = 1;
    static final int CENTER_Y = 2;
    static final int WIDTH = 3;
    static final int HEIGHT = 4;
    static final int FIRST_KEYPOINT = 5;

    int columns() {
        return FIRST_KEYPOINT + keypointCount * valuesPerKeypoint;
    }

    int column(int keypoint) {
        return FIRST_KEYPOINT + keypoint * valuesPerKeypoint;
    }

    boolean hasVisibility() {
        return valuesPerKeypoint == 3;
    }

    Box box(double[] row) {
        return Box.ofCenter(
                row[CENTER_X] * frame.width(),
                row[CENTER_Y] * frame.height(),
                row[WIDTH] * frame.width(),
                row[HEIGHT] * frame.height());
    }

    double x(double[] row, int keypoint) {
        return row[column(keypoint)] * frame.width();
    }

    double y(double[] row, int keypoint) {
        return row[column(keypoint) + 1] * frame.height();
    }

    /**
     * With three values any flag but 0 counts as labelled, as in the trainer; with two, a point is labelled unless a coordinate is
     * negative.
     */
    Visibility visibility(double[] row, int keypoint) {
        int column = column(keypoint);
        if (!hasVisibility()) {
            return row[column] < 0 || row[column + 1] < 0 ? Visibility.UNLABELED : Visibility.VISIBLE;
        }
        double flag = row[column + 2];
        if (flag == 0) {
            return Visibility.UNLABELED;
        }
        return flag == 1 ? Visibility.OCCLUDED : Visibility.VISIBLE;
    }

    PersonInstance person(long id, double[] row) {
        Keypoints.Builder points = new Keypoints.Builder(keypointCount);
        for (int i = 0; i < keypointCount; i++) {
            points.add(x(row, i), y(row, i), visibility(row, i), Provenance.FILE);
        }
        return new PersonInstance(
                id, (int) row[0], box(row), points.build(), OptionalDouble.empty(), false, OptionalInt.empty());
    }
}
