package org.posewright.annotations.model;

/** Width and height in pixels, of the frame that labels refer to. */
public record ImageSize(int width, int height) {

    public ImageSize {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("image size " + width + " x " + height + " is not positive");
        }
    }
}
