package org.posewright.annotations.image;

import org.posewright.annotations.model.ImageSize;

/**
 * What the header of a picture file says.
 *
 * @param storedSize width and height as stored in the file
 * @param orientation EXIF orientation, 1 to 8; 1 (upright) when the file does not say
 * @param ending whether the file seems complete
 */
public record ImageHeader(ImageFormat format, ImageSize storedSize, int orientation, Ending ending) {

    private static final int UPRIGHT = 1;
    private static final int LAST_ORIENTATION = 8;
    private static final int FIRST_TRANSPOSED = 5;

    public ImageHeader {
        if (orientation < UPRIGHT || orientation > LAST_ORIENTATION) {
            throw new IllegalArgumentException("EXIF orientation " + orientation + " is not 1 to 8");
        }
    }

    /** How a file ends. */
    public enum Ending {
        /** The last bytes are what the format ends with. */
        COMPLETE,
        /** The end marker is there, but other bytes follow; the Ultralytics trainer re-encodes such a JPEG in place. */
        TRAILING_BYTES,
        /** The end is missing: the file was cut. Decoders show what there is. */
        TRUNCATED,
        /** The format has no end that could be checked without decoding. */
        UNKNOWN
    }

    /** Width and height as seen by tools that apply the EXIF orientation (OpenCV, and with it Ultralytics). */
    public ImageSize uprightSize() {
        return swapsSides() ? new ImageSize(storedSize.height(), storedSize.width()) : storedSize;
    }

    /** Whether the EXIF orientation turns the picture by a quarter. */
    public boolean swapsSides() {
        return orientation >= FIRST_TRANSPOSED;
    }

    /** Whether the picture is turned or mirrored before it is shown. */
    public boolean isReoriented() {
        return orientation != UPRIGHT;
    }
}
