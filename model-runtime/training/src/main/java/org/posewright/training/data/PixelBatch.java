package org.posewright.training.data;

import java.util.List;
import org.posewright.training.augment.Picture;
import org.posewright.training.augment.Sample;
import org.posewright.training.augment.SamplePerson;
import org.posewright.training.loss.BatchTargets;

/**
 * A batch as the network takes it, without any native memory.
 *
 * @param rgb {@code [N, height, width, 3]}, 8 bits: channels-last, so that no other copy is needed
 * @param samples what the batch was made of
 */
public record PixelBatch(int width, int height, byte[] rgb, BatchTargets targets, List<Sample> samples) {

    /** Joins samples of one size. */
    public static PixelBatch of(List<Sample> samples, int keypointCount) {
        int width = samples.get(0).width();
        int height = samples.get(0).height();
        int imageBytes = width * height * Picture.CHANNELS;
        byte[] rgb = new byte[samples.size() * imageBytes];
        for (int i = 0; i < samples.size(); i++) {
            Picture picture = samples.get(i).picture();
            if (picture.width() != width || picture.height() != height) {
                throw new IllegalArgumentException("pictures of one batch differ in size");
            }
            copyAsRgb(picture.bgr(), rgb, i * imageBytes);
        }
        return new PixelBatch(width, height, rgb, targets(samples, keypointCount), List.copyOf(samples));
    }

    public int size() {
        return samples.size();
    }

    private static void copyAsRgb(byte[] bgr, byte[] rgb, int offset) {
        for (int i = 0; i < bgr.length; i += Picture.CHANNELS) {
            rgb[offset + i] = bgr[i + 2];
            rgb[offset + i + 1] = bgr[i + 1];
            rgb[offset + i + 2] = bgr[i];
        }
    }

    private static BatchTargets targets(List<Sample> samples, int keypointCount) {
        int count = samples.stream().mapToInt(s -> s.people().size()).sum();
        int[] imageIndex = new int[count];
        int[] classIndex = new int[count];
        float[] boxes = new float[4 * count];
        float[] keypoints = new float[3 * keypointCount * count];
        int row = 0;
        for (int image = 0; image < samples.size(); image++) {
            for (SamplePerson person : samples.get(image).people()) {
                imageIndex[row] = image;
                classIndex[row] = person.classIndex();
                boxes[4 * row] = (float) person.box().left();
                boxes[4 * row + 1] = (float) person.box().top();
                boxes[4 * row + 2] = (float) person.box().right();
                boxes[4 * row + 3] = (float) person.box().bottom();
                for (int k = 0; k < keypointCount; k++) {
                    int at = 3 * (row * keypointCount + k);
                    keypoints[at] = (float) person.points().x(k);
                    keypoints[at + 1] = (float) person.points().y(k);
                    keypoints[at + 2] = person.points().visibility(k);
                }
                row++;
            }
        }
        return new BatchTargets(samples.size(), keypointCount, imageIndex, classIndex, boxes, keypoints);
    }
}
