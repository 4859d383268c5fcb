package org.posewright.runtime.image;

import org.posewright.annotations.model.ImageSize;

/**
 * An upright picture in memory: what screen and model look at. The array is shared, not copied; nobody writes to it.
 *
 * @param size of the upright picture, after EXIF orientation
 * @param bgr rows from the top without gaps, three bytes for each pixel: blue, green, red
 */
@SuppressWarnings("ArrayRecordComponent")
public record ImageFrame(ImageSize size, byte[] bgr) {

    /** Bytes of one pixel. */
    public static final int CHANNELS = 3;

    public ImageFrame {
        long expected = (long) CHANNELS * size.width() * size.height();
        if (bgr.length != expected) {
            throw new IllegalArgumentException(bgr.length + " bytes do not fill a picture of " + size.width() + " x "
                    + size.height() + " with " + CHANNELS + " channels");
        }
    }

    public int width() {
        return size.width();
    }

    public int height() {
        return size.height();
    }

    /** The pixels as opaque {@code 0xAARRGGBB}, row by row: what a JavaFX {@code PixelWriter} takes. */
    public int[] toArgb() {
        int[] argb = new int[size.width() * size.height()];
        for (int i = 0, at = 0; i < argb.length; i++, at += CHANNELS) {
            argb[i] = 0xFF000000 | (bgr[at + 2] & 0xFF) << 16 | (bgr[at + 1] & 0xFF) << 8 | bgr[at] & 0xFF;
        }
        return argb;
    }
}
