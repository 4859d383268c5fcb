package org.posewright.training.augment;

import java.util.Arrays;
import java.util.List;
import org.posewright.annotations.model.ImageKey;

/** Pictures of coloured dots on grey with one labelled person whose points sit on the dots. */
final class DotPictures {

    /** Blue, green and red dots: told apart by the channel that stands out. */
    static final int POINTS = 3;

    private static final int BACKGROUND = 114;
    private static final int RADIUS = 4;

    private DotPictures() {}

    static Sample sample(String name, int width, int height, double[] xy) {
        byte[] pixels = new byte[width * height * Picture.CHANNELS];
        Arrays.fill(pixels, (byte) BACKGROUND);
        for (int k = 0; k < POINTS; k++) {
            draw(pixels, width, height, (int) xy[2 * k], (int) xy[2 * k + 1], k);
        }
        SamplePoints points = SamplePoints.of(xy, new byte[] {2, 1, 2});
        SampleBox box = new SampleBox(
                Math.min(xy[0], Math.min(xy[2], xy[4])),
                Math.min(xy[1], Math.min(xy[3], xy[5])),
                Math.max(xy[0], Math.max(xy[2], xy[4])),
                Math.max(xy[1], Math.max(xy[3], xy[5])));
        ImageKey key = new ImageKey(name);
        return Sample.plain(
                key,
                new Picture(width, height, pixels),
                PlaneTransform.IDENTITY,
                List.of(new SamplePerson(key, 7, 0, 0, box, points)));
    }

    private static void draw(byte[] pixels, int width, int height, int x, int y, int channel) {
        for (int dy = -RADIUS; dy <= RADIUS; dy++) {
            for (int dx = -RADIUS; dx <= RADIUS; dx++) {
                boolean isInside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height;
                if (isInside && dx * dx + dy * dy <= RADIUS * RADIUS) {
                    int at = ((y + dy) * width + x + dx) * Picture.CHANNELS;
                    for (int c = 0; c < Picture.CHANNELS; c++) {
                        pixels[at + c] = (byte) (c == channel ? 255 : 0);
                    }
                }
            }
        }
    }

    /** Whether the picture shows the dot of {@code channel} at the place, give or take a pixel. */
    static boolean showsDot(Picture picture, double x, double y, int channel) {
        int column = (int) Math.max(0, Math.min(picture.width() - 1, Math.rint(x)));
        int row = (int) Math.max(0, Math.min(picture.height() - 1, Math.rint(y)));
        int at = (row * picture.width() + column) * Picture.CHANNELS;
        int own = picture.bgr()[at + channel] & 0xFF;
        int other =
                Math.max(picture.bgr()[at + (channel + 1) % 3] & 0xFF, picture.bgr()[at + (channel + 2) % 3] & 0xFF);
        return own > 180 && other < 90;
    }
}
