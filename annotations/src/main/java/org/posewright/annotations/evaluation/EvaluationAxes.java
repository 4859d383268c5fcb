package org.posewright.annotations.evaluation;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The pictures and categories of an evaluation, by id, each ascending and once: pycocotools' order. Blocks lie category by category.
 */
public final class EvaluationAxes {

    private final long[] imageIds;
    private final long[] categoryIds;

    public EvaluationAxes(LongStream imageIds, LongStream categoryIds) {
        this.imageIds = imageIds.sorted().distinct().toArray();
        this.categoryIds = categoryIds.sorted().distinct().toArray();
    }

    public int imageCount() {
        return imageIds.length;
    }

    public int categoryCount() {
        return categoryIds.length;
    }

    public int blockCount() {
        return imageIds.length * categoryIds.length;
    }

    public long imageId(int imageIndex) {
        return imageIds[imageIndex];
    }

    public long categoryId(int categoryIndex) {
        return categoryIds[categoryIndex];
    }

    /** Index of a picture, or a negative number when it is not evaluated. */
    public int imageIndex(long imageId) {
        return Arrays.binarySearch(imageIds, imageId);
    }

    /** Index of a category, or a negative number when it is not evaluated. */
    public int categoryIndex(long categoryId) {
        return Arrays.binarySearch(categoryIds, categoryId);
    }

    public int blockIndex(int imageIndex, int categoryIndex) {
        return categoryIndex * imageIds.length + imageIndex;
    }

    /** The picture of a block. */
    public int imageOfBlock(int block) {
        return block % imageIds.length;
    }

    /**
     * The same categories with only some pictures.
     *
     * @throws EvaluationException if one of them is not in the ground truth
     */
    public EvaluationAxes restrictedTo(long[] wantedImageIds) {
        for (long id : wantedImageIds) {
            if (imageIndex(id) < 0) {
                throw new EvaluationException(
                        "image id " + id + " of the restriction is not in the ground truth; remove it");
            }
        }
        return new EvaluationAxes(LongStream.of(wantedImageIds), LongStream.of(categoryIds));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EvaluationAxes that
                && Arrays.equals(imageIds, that.imageIds)
                && Arrays.equals(categoryIds, that.categoryIds);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(imageIds) + Arrays.hashCode(categoryIds);
    }
}
