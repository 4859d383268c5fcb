package org.posewright.annotations.image;

import org.posewright.annotations.model.ImageSize;

/**
 * The frame that the coordinates of a label file refer to, and how it lies on the picture as it is shown (upright).
 *
 * <p>YOLO labels are fractions of the picture after EXIF rotation, because the trainer decodes it so. COCO labels are pixels of the
 * {@code width} and {@code height} that the JSON states; those may have been written with or without the rotation.
 *
 * @param size of the frame in pixels
 * @param fit how frame and picture relate
 * @param orientation the picture's EXIF orientation, 1 to 8
 */
public record LabelFrame(ImageSize size, Fit fit, int orientation) {

    /** How label frame and picture relate. */
    public enum Fit {
        /** Labels are drawn on the upright picture as they are. */
        UPRIGHT,
        /** Labels refer to the picture before EXIF rotation and are rotated with it. */
        STORED,
        /** The stated size is neither; labels are scaled to the picture, and the dataset check tells. */
        MISMATCH
    }

    /** The frame of YOLO labels. */
    public static LabelFrame ofYolo(ImageHeader header) {
        return new LabelFrame(header.uprightSize(), Fit.UPRIGHT, header.orientation());
    }

    /**
     * The frame of COCO labels. Where both readings are possible (no quarter turn, or a square picture), tools that train and
     * evaluate on COCO decode upright, so that is taken.
     *
     * @param stated {@code width} and {@code height} of the image in the JSON
     */
    public static LabelFrame ofCoco(ImageSize stated, ImageHeader header) {
        if (stated.equals(header.uprightSize())) {
            return new LabelFrame(stated, Fit.UPRIGHT, header.orientation());
        }
        Fit fit = stated.equals(header.storedSize()) ? Fit.STORED : Fit.MISMATCH;
        return new LabelFrame(stated, fit, header.orientation());
    }

    /** Size of the upright picture that {@link #toUprightX} and {@link #toUprightY} lead to, in units of this frame. */
    public ImageSize uprightSize() {
        return fit == Fit.STORED && orientation >= 5 ? new ImageSize(size.height(), size.width()) : size;
    }

    /** Horizontal place on the upright picture of a point of this frame. */
    public double toUprightX(double labelX, double labelY) {
        if (fit != Fit.STORED) {
            return labelX;
        }
        return switch (orientation) {
            case 2, 3 -> size.width() - labelX;
            case 5, 8 -> labelY;
            case 6, 7 -> size.height() - labelY;
            default -> labelX;
        };
    }

    /** Vertical place on the upright picture of a point of this frame. */
    public double toUprightY(double labelX, double labelY) {
        if (fit != Fit.STORED) {
            return labelY;
        }
        return switch (orientation) {
            case 3, 4 -> size.height() - labelY;
            case 5, 6 -> labelX;
            case 7, 8 -> size.width() - labelX;
            default -> labelY;
        };
    }
}
