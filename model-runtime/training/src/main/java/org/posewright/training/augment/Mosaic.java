package org.posewright.training.augment;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.posewright.training.draw.SampleDraw;

/**
 * Puts the sample and three others around one point of a canvas of twice the training size (mosaic of YOLOv4, Bochkovskiy et al.
 * 2020).
 */
final class Mosaic {

    private final SampleSource source;
    private final int size;

    /**
     * @param size side of the network input; the canvas has twice that
     */
    Mosaic(SampleSource source, int size) {
        this.source = source;
        this.size = size;
    }

    Sample apply(Sample sample, SampleDraw.Mosaic draw) {
        Collector collector = new Collector(2 * size);
        try {
            collector.place(sample, 0, draw.centerX(), draw.centerY());
            for (int i = 0; i < draw.partners().length; i++) {
                collector.place(source.load(draw.partners()[i]), i + 1, draw.centerX(), draw.centerY());
            }
            return collector.finish();
        } finally {
            collector.canvas.release();
        }
    }

    private static final class Collector {
        private final int side;
        private final Mat canvas;
        private final List<SamplePerson> people = new ArrayList<>();
        private final List<DroppedPerson> dropped = new ArrayList<>();
        private final List<SampleTile> tiles = new ArrayList<>();

        Collector(int side) {
            this.side = side;
            canvas = OpenCv.matrix(side, side);
            canvas.setTo(OpenCv.PADDING);
        }

        void place(Sample part, int number, int centerX, int centerY) {
            boolean isLeft = number % 2 == 0;
            boolean isTop = number < 2;
            int offsetX = isLeft ? centerX - part.width() : centerX;
            int offsetY = isTop ? centerY - part.height() : centerY;
            int left = Math.max(offsetX, 0);
            int top = Math.max(offsetY, 0);
            int right = Math.min(offsetX + part.width(), side);
            int bottom = Math.min(offsetY + part.height(), side);
            copy(part.picture(), new Rect(left, top, right - left, bottom - top), left - offsetX, top - offsetY);
            PlaneTransform shift = PlaneTransform.translation(offsetX, offsetY);
            SampleTile tile = part.tiles().get(0);
            tiles.add(SampleTile.rectangle(tile.source(), tile.fromSource().then(shift), left, top, right, bottom));
            for (SamplePerson person : part.people()) {
                add(person.moved(shift).onTile(number));
            }
        }

        private void copy(Picture picture, Rect target, int fromX, int fromY) {
            Mat pixels = OpenCv.toMatrix(picture);
            Mat from = pixels.submat(new Rect(fromX, fromY, target.width, target.height));
            Mat to = canvas.submat(target);
            try {
                from.copyTo(to);
            } finally {
                to.release();
                from.release();
                pixels.release();
            }
        }

        private void add(SamplePerson person) {
            SamplePerson clipped = person.with(
                    person.box().clippedTo(side, side), person.points().movedInside(side, side));
            if (clipped.box().area() > 0) {
                people.add(clipped);
            } else {
                dropped.add(new DroppedPerson(clipped, DroppedPerson.Reason.OUTSIDE));
            }
        }

        Sample finish() {
            return new Sample(OpenCv.toPicture(canvas), people, dropped, tiles);
        }
    }
}
