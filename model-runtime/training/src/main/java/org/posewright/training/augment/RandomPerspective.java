package org.posewright.training.augment;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.posewright.training.draw.SampleDraw;

/**
 * Rotates, scales, shears, shifts and tilts a sample into the network's frame. A mosaic's canvas is cropped to half its size by
 * this; any other sample is letterboxed first. Points that leave the frame lose their label; boxes that lose too much are dropped.
 */
final class RandomPerspective {

    private static final double MIN_SIDE_PIXELS = 2;
    private static final double MIN_AREA_RATIO = 0.1;
    private static final double MAX_ASPECT_RATIO = 100;
    private static final double AREA_EPSILON = 1e-16;

    private final LetterboxFrame frame;

    /** @param frame the network's input */
    RandomPerspective(LetterboxFrame frame) {
        this.frame = frame;
    }

    Sample apply(Sample sample, SampleDraw.Perspective draw) {
        Sample framed = sample.tiles().size() > 1 ? sample : frame.apply(sample);
        PlaneTransform transform = transform(framed, draw);
        boolean isUnchanged = transform.equals(PlaneTransform.IDENTITY)
                && framed.width() == frame.width()
                && framed.height() == frame.height();
        Picture picture = isUnchanged ? framed.picture() : warp(framed.picture(), transform);
        List<SamplePerson> people = new ArrayList<>();
        List<DroppedPerson> dropped = new ArrayList<>();
        framed.dropped().forEach(d -> dropped.add(d.moved(transform)));
        for (SamplePerson person : framed.people()) {
            move(person, transform, draw.gain(), people, dropped);
        }
        List<SampleTile> tiles =
                framed.tiles().stream().map(t -> t.moved(transform)).toList();
        return new Sample(picture, people, dropped, tiles);
    }

    private PlaneTransform transform(Sample sample, SampleDraw.Perspective draw) {
        double angle = Math.toRadians(draw.degrees());
        double shearX = Math.tan(Math.toRadians(draw.shearX()));
        double shearY = Math.tan(Math.toRadians(draw.shearY()));
        double cos = draw.gain() * Math.cos(angle);
        double sin = draw.gain() * Math.sin(angle);
        PlaneTransform transform = PlaneTransform.translation(-sample.width() / 2.0, -sample.height() / 2.0)
                .then(new PlaneTransform(1, 0, 0, 0, 1, 0, draw.tiltX(), draw.tiltY(), 1))
                .then(new PlaneTransform(cos, sin, 0, -sin, cos, 0, 0, 0, 1))
                .then(new PlaneTransform(1, shearX, 0, shearY, 1, 0, 0, 0, 1))
                .then(PlaneTransform.translation(draw.shiftX() * frame.width(), draw.shiftY() * frame.height()));
        return normalized(transform);
    }

    /** Negative zeros would hide that a transform is the identity. */
    private static PlaneTransform normalized(PlaneTransform t) {
        return new PlaneTransform(
                t.m00() + 0.0,
                t.m01() + 0.0,
                t.m02() + 0.0,
                t.m10() + 0.0,
                t.m11() + 0.0,
                t.m12() + 0.0,
                t.m20() + 0.0,
                t.m21() + 0.0,
                t.m22() + 0.0);
    }

    private void move(
            SamplePerson person,
            PlaneTransform transform,
            double gain,
            List<SamplePerson> people,
            List<DroppedPerson> dropped) {
        SampleBox box = person.box().mapped(transform).clippedTo(frame.width(), frame.height());
        SamplePoints points = person.points().mapped(transform).clippedTo(frame.width(), frame.height());
        SamplePerson moved = person.with(box, points);
        double originalArea = person.box().area() * gain * gain;
        double aspect = Math.max(box.width() / box.height(), box.height() / box.width());
        if (!(box.width() > 0 && box.height() > 0)) {
            dropped.add(new DroppedPerson(moved, DroppedPerson.Reason.OUTSIDE));
        } else if (!(box.width() > MIN_SIDE_PIXELS && box.height() > MIN_SIDE_PIXELS)) {
            dropped.add(new DroppedPerson(moved, DroppedPerson.Reason.TOO_SMALL));
        } else if (!(box.area() / (originalArea + AREA_EPSILON) > MIN_AREA_RATIO)) {
            dropped.add(new DroppedPerson(moved, DroppedPerson.Reason.MOSTLY_CUT));
        } else if (!(aspect < MAX_ASPECT_RATIO)) {
            dropped.add(new DroppedPerson(moved, DroppedPerson.Reason.TOO_THIN));
        } else {
            people.add(moved);
        }
    }

    private Picture warp(Picture picture, PlaneTransform t) {
        Mat source = OpenCv.toMatrix(picture);
        Mat target = new Mat();
        int rows = t.isAffine() ? 2 : 3;
        Mat matrix = new Mat(rows, 3, CvType.CV_64F);
        Size size = new Size(frame.width(), frame.height());
        try {
            if (t.isAffine()) {
                matrix.put(0, 0, t.m00(), t.m01(), t.m02(), t.m10(), t.m11(), t.m12());
                Imgproc.warpAffine(
                        source, target, matrix, size, Imgproc.INTER_LINEAR, Core.BORDER_CONSTANT, OpenCv.PADDING);
            } else {
                matrix.put(0, 0, t.m00(), t.m01(), t.m02(), t.m10(), t.m11(), t.m12(), t.m20(), t.m21(), t.m22());
                Imgproc.warpPerspective(
                        source, target, matrix, size, Imgproc.INTER_LINEAR, Core.BORDER_CONSTANT, OpenCv.PADDING);
            }
            return OpenCv.toPicture(target);
        } finally {
            source.release();
            target.release();
            matrix.release();
        }
    }
}
