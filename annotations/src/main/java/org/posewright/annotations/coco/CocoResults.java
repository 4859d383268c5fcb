package org.posewright.annotations.coco;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.posewright.annotations.model.Finding;

/**
 * Detections of a COCO results file in file order, as arrays for evaluation. The arrays are not copied and must not be changed.
 *
 * @param valuesPerDetection length of each detection's keypoints: 3 K
 * @param imageIds one for each detection; {@link #TEXT_IMAGE_ID} where the file holds a text
 * @param categoryIds one for each detection; 1 where the file has none
 * @param scores one for each detection
 * @param boxes left, top, width, height in pixels of each detection; NaN where a detection has no {@code bbox}; empty when none has
 * @param keypoints x, y in pixels and v of each point, detection after detection
 * @param textImageIds image names by detection index, where {@code image_id} is a text
 * @param findings what could not be read, with index and byte position
 */
public record CocoResults(
        Path file,
        int valuesPerDetection,
        long[] imageIds,
        long[] categoryIds,
        double[] scores,
        double[] boxes,
        double[] keypoints,
        Map<Integer, String> textImageIds,
        List<Finding> findings) {

    /** Stands in {@link #imageIds} for an id that is a text, such as Ultralytics writes for files that are not named by a number. */
    public static final long TEXT_IMAGE_ID = Long.MIN_VALUE;

    public CocoResults {
        textImageIds = Map.copyOf(textImageIds);
        findings = List.copyOf(findings);
    }

    /** Number of detections. */
    public int size() {
        return scores.length;
    }

    /** Whether the first detection has a box: then pycocotools takes the areas of all of them from their boxes. */
    public boolean firstHasBox() {
        return boxes.length > 0 && !Double.isNaN(boxes[0]);
    }
}
