package org.posewright.annotations.evaluation;

import org.posewright.annotations.model.PersonInstance;

/** Which area of a person OKS divides by. */
public enum AreaRule {
    /** COCO's segmentation area where the file states one, otherwise a share of the box. What pycocotools does on COCO files. */
    SEGMENTATION,
    /** A share of the box for everybody: what Ultralytics does, and all that a YOLO label allows. */
    BOX_SHARE;

    /** Ultralytics' mean ratio of mask area to box area in COCO. */
    public static final double SHARE_OF_BOX = 0.53;

    /** The area to use for a person, and where it comes from. */
    public PersonArea areaOf(PersonInstance person) {
        if (this == SEGMENTATION && person.segmentationArea().isPresent()) {
            return new PersonArea(person.segmentationArea().getAsDouble(), SEGMENTATION);
        }
        return new PersonArea(person.box().width() * person.box().height() * SHARE_OF_BOX, BOX_SHARE);
    }

    /**
     * An area with its source, for display.
     *
     * @param source {@link #SEGMENTATION} when the label file stated the area
     */
    public record PersonArea(double areaPixels, AreaRule source) {}
}
