package org.posewright.training.augment;

import org.posewright.annotations.model.ImageKey;

/**
 * A labelled person in a sample.
 *
 * @param source picture the label belongs to
 * @param personId the label's id within that picture
 * @param tile index into {@link Sample#tiles()}
 */
public record SamplePerson(
        ImageKey source, long personId, int tile, int classIndex, SampleBox box, SamplePoints points) {

    SamplePerson moved(PlaneTransform transform) {
        return with(box.mapped(transform), points.mapped(transform));
    }

    SamplePerson with(SampleBox newBox, SamplePoints newPoints) {
        return new SamplePerson(source, personId, tile, classIndex, newBox, newPoints);
    }

    SamplePerson onTile(int newTile) {
        return new SamplePerson(source, personId, newTile, classIndex, box, points);
    }
}
