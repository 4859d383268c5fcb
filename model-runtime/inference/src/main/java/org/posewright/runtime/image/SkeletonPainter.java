package org.posewright.runtime.image;

import java.util.List;
import java.util.Locale;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Visibility;

/**
 * Draws people into pictures without a window. Labels are filled discs with solid limbs, an occluded point a disc with a dark ring
 * and a hollow middle; predictions are rings with dashed limbs. Holds no state between pictures.
 */
public final class SkeletonPainter {

    private static final Scalar LABEL_BOX = new Scalar(0xE0, 0xE0, 0xE0);
    private static final Scalar PREDICTION_BOX = new Scalar(0xA7, 0x79, 0xCC);
    private static final Scalar DARK = new Scalar(0x20, 0x20, 0x20);
    private static final double RADIUS_WIDTHS = 2.3;

    private final Skeleton skeleton;
    private final SidePalette palette;
    private final PaintStyle style;

    public SkeletonPainter(Skeleton skeleton, PaintStyle style) {
        OpenCv.load();
        this.skeleton = skeleton;
        this.palette = new SidePalette(skeleton);
        this.style = style;
    }

    /**
     * A copy of the picture with people drawn on it.
     *
     * @param labels in pixels of the upright picture
     * @param predictions in pixels of the upright picture
     */
    public ImageFrame paint(ImageFrame frame, List<PersonInstance> labels, List<PosePrediction> predictions) {
        Mat canvas = new Mat(frame.height(), frame.width(), CvType.CV_8UC3);
        try {
            canvas.put(0, 0, frame.bgr());
            Brush brush = new Brush(canvas);
            labels.forEach(person -> paintLabel(brush, person));
            predictions.forEach(person -> paintPrediction(brush, person));
            byte[] bgr = new byte[frame.bgr().length];
            canvas.get(0, 0, bgr);
            return new ImageFrame(frame.size(), bgr);
        } finally {
            canvas.release();
        }
    }

    private void paintLabel(Brush brush, PersonInstance person) {
        if (style.boxes()) {
            Box box = person.box();
            brush.rectangle(box.x(), box.y(), box.right(), box.bottom(), LABEL_BOX, 1);
        }
        Keypoints points = person.keypoints();
        for (Skeleton.Limb limb : skeleton.limbs()) {
            if (points.isLabeled(limb.from()) && points.isLabeled(limb.to())) {
                brush.line(
                        points.x(limb.from()),
                        points.y(limb.from()),
                        points.x(limb.to()),
                        points.y(limb.to()),
                        palette.limb(limb),
                        brush.width());
            }
        }
        double radius = RADIUS_WIDTHS * brush.width();
        for (int i = 0; i < points.size(); i++) {
            if (points.isLabeled(i)) {
                paintLabelPoint(brush, points.x(i), points.y(i), radius, i, points.visibility(i));
            }
        }
    }

    private void paintLabelPoint(Brush brush, double x, double y, double radius, int index, Visibility visibility) {
        if (visibility == Visibility.OCCLUDED) {
            brush.circle(x, y, radius, palette.point(index), brush.width());
            brush.circle(x, y, radius + brush.width(), DARK, 1);
        } else {
            brush.disc(x, y, radius, palette.point(index));
        }
    }

    private void paintPrediction(Brush brush, PosePrediction person) {
        Box box = person.box();
        if (style.boxes()) {
            brush.rectangle(box.x(), box.y(), box.right(), box.bottom(), PREDICTION_BOX, 1);
        }
        List<ScoredKeypoint> points = person.keypoints();
        for (Skeleton.Limb limb : skeleton.limbs()) {
            ScoredKeypoint from = points.get(limb.from());
            ScoredKeypoint to = points.get(limb.to());
            boolean faint = isFaint(from) || isFaint(to);
            brush.dashedLine(
                    from.x(), from.y(), to.x(), to.y(), shade(palette.limb(limb), faint), faint ? 1 : brush.width());
        }
        for (int i = 0; i < points.size(); i++) {
            ScoredKeypoint point = points.get(i);
            boolean faint = isFaint(point);
            brush.circle(
                    point.x(),
                    point.y(),
                    RADIUS_WIDTHS * brush.width(),
                    shade(palette.point(i), faint),
                    faint ? 1 : brush.width());
        }
        if (style.scores()) {
            String score = String.format(Locale.ROOT, "%.2f", person.score());
            brush.text(score, box.x(), Math.max(box.y() - 2, 6.0 * brush.width()), PREDICTION_BOX);
        }
    }

    private boolean isFaint(ScoredKeypoint point) {
        return point.confidence() < style.faintBelow();
    }

    private static Scalar shade(Scalar color, boolean faint) {
        return faint ? SidePalette.pale(color) : color;
    }
}
