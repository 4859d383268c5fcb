package org.posewright.annotations.coco;

import java.util.List;

/**
 * How a results file is written.
 *
 * @param withBox whether each detection has its {@code bbox}: with it pycocotools takes the size class of a detection from the box,
 *     without it from the extent of its keypoints
 * @param decimals digits behind the point of coordinates, and at least of scores; negative for all there are
 * @param detectionsPerImage at most so many, the best ones; the evaluation uses 20
 * @param categoryIds {@code category_id} by category index
 */
public record ResultsFormat(boolean withBox, int decimals, int detectionsPerImage, List<Long> categoryIds) {

    /** Every digit, every detection, with boxes, person = 1: a later evaluation gives the very same numbers. */
    public static final ResultsFormat EXACT = new ResultsFormat(true, -1, Integer.MAX_VALUE, List.of(1L));

    private static final int LEAST_SCORE_DECIMALS = 6;

    public ResultsFormat {
        categoryIds = List.copyOf(categoryIds);
    }

    /** Without boxes, so that the evaluation takes sizes from keypoints. */
    public ResultsFormat withoutBoxes() {
        return new ResultsFormat(false, decimals, detectionsPerImage, categoryIds);
    }

    /** With ids of a ground truth's categories. */
    public ResultsFormat withCategoryIds(List<Long> ids) {
        return new ResultsFormat(withBox, decimals, detectionsPerImage, ids);
    }

    /** Digits of scores: more than of coordinates, because equal scores would be put into another order. */
    int scoreDecimals() {
        return decimals < 0 ? decimals : Math.max(decimals, LEAST_SCORE_DECIMALS);
    }

    long categoryId(int categoryIndex) {
        return categoryIndex < categoryIds.size() ? categoryIds.get(categoryIndex) : categoryIndex + 1L;
    }
}
