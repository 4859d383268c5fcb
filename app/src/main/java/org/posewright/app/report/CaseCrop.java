package org.posewright.app.report;

import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageSize;
import org.posewright.runtime.image.FrameScaler;
import org.posewright.runtime.image.ImageFrame;

/**
 * The part of a picture around a case, in the size it is shown with: a small person in a large picture would not be seen.
 *
 * @param frame the part, scaled
 * @param left column of the picture where the part begins
 * @param top row where it begins
 * @param scale from pixels of the picture to pixels of the part
 */
record CaseCrop(ImageFrame frame, int left, int top, double scale) {

    private static final double WIDTH_PIXELS = 640;
    private static final double HEIGHT_PIXELS = 480;
    private static final double ROOM_AROUND = 0.2;
    private static final double LEAST_WIDTH_PIXELS = 120;

    /** Cuts around what a case is about; the whole picture when it fills it. */
    static CaseCrop around(ImageFrame picture, Box subject) {
        double room = ROOM_AROUND * Math.max(subject.width(), subject.height());
        double width = Math.max(LEAST_WIDTH_PIXELS, subject.width() + 2 * room);
        double height = subject.height() + 2 * room;
        width = Math.min(picture.width(), Math.max(width, height * WIDTH_PIXELS / HEIGHT_PIXELS));
        height = Math.min(picture.height(), Math.max(height, width * HEIGHT_PIXELS / WIDTH_PIXELS));
        int left = start(subject.x() + subject.width() / 2, width, picture.width());
        int top = start(subject.y() + subject.height() / 2, height, picture.height());
        ImageFrame part = cut(picture, left, top, (int) Math.round(width), (int) Math.round(height));
        double scale = Math.min(WIDTH_PIXELS / part.width(), HEIGHT_PIXELS / part.height());
        ImageSize size = new ImageSize((int) Math.max(1, Math.round(part.width() * scale)), (int)
                Math.max(1, Math.round(part.height() * scale)));
        return new CaseCrop(new FrameScaler().resize(part, size), left, top, scale);
    }

    private static int start(double middle, double length, int whole) {
        return (int) Math.round(Math.max(0, Math.min(whole - length, middle - length / 2)));
    }

    private static ImageFrame cut(ImageFrame picture, int left, int top, int width, int height) {
        int columns = Math.min(width, picture.width() - left);
        int rows = Math.min(height, picture.height() - top);
        byte[] bgr = new byte[ImageFrame.CHANNELS * columns * rows];
        for (int row = 0; row < rows; row++) {
            int from = ImageFrame.CHANNELS * ((top + row) * picture.width() + left);
            System.arraycopy(
                    picture.bgr(), from, bgr, ImageFrame.CHANNELS * columns * row, ImageFrame.CHANNELS * columns);
        }
        return new ImageFrame(new ImageSize(columns, rows), bgr);
    }

    /** A column of the picture as one of the part. */
    double x(double ofPicture) {
        return (ofPicture - left) * scale;
    }

    /** A row of the picture as one of the part. */
    double y(double ofPicture) {
        return (ofPicture - top) * scale;
    }

    Box box(Box ofPicture) {
        return new Box(x(ofPicture.x()), y(ofPicture.y()), ofPicture.width() * scale, ofPicture.height() * scale);
    }
}
