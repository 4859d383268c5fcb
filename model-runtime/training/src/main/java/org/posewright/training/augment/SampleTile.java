package org.posewright.training.augment;

import java.util.ArrayList;
import java.util.List;
import org.posewright.annotations.model.ImageKey;

/**
 * The part of a sample that comes from one source picture.
 *
 * @param fromSource maps pixels of the original picture to pixels of the sample
 * @param corners of the tile in the sample, in order around it; may lie outside the sample
 */
public record SampleTile(ImageKey source, PlaneTransform fromSource, List<Corner> corners) {

    /** A point in pixels of the sample. */
    public record Corner(double x, double y) {}

    public SampleTile {
        corners = List.copyOf(corners);
    }

    /** A tile that is an upright rectangle of the sample. */
    static SampleTile rectangle(
            ImageKey source, PlaneTransform fromSource, double left, double top, double right, double bottom) {
        return new SampleTile(
                source,
                fromSource,
                List.of(
                        new Corner(left, top),
                        new Corner(right, top),
                        new Corner(right, bottom),
                        new Corner(left, bottom)));
    }

    /** Whether a point of the sample shows pixels of this tile. */
    public boolean contains(double sampleX, double sampleY) {
        boolean positive = false;
        boolean negative = false;
        for (int i = 0; i < corners.size(); i++) {
            Corner a = corners.get(i);
            Corner b = corners.get((i + 1) % corners.size());
            double cross = (b.x - a.x) * (sampleY - a.y) - (b.y - a.y) * (sampleX - a.x);
            positive |= cross > 0;
            negative |= cross < 0;
        }
        return !(positive && negative);
    }

    /** Whether the tile shows its source as in a mirror. */
    public boolean isMirrored() {
        return fromSource.m00() * fromSource.m11() - fromSource.m01() * fromSource.m10() < 0;
    }

    SampleTile moved(PlaneTransform transform) {
        List<Corner> moved = new ArrayList<>(corners.size());
        for (Corner corner : corners) {
            moved.add(new Corner(transform.x(corner.x, corner.y), transform.y(corner.x, corner.y)));
        }
        return new SampleTile(source, fromSource.then(transform), moved);
    }
}
