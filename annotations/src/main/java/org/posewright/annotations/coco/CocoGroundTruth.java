package org.posewright.annotations.coco;

/**
 * The people of an annotation file in file order, as arrays for evaluation. The arrays are not copied and must not be changed.
 * People whose image the file does not list are left out, as pycocotools never visits them.
 *
 * @param imageIdList every image of the file in file order, with and without people
 * @param categoryIdList every category of the file in file order
 * @param valuesPerPerson length of each person's keypoints: 3 K
 * @param annotationIds {@code id} of each person
 * @param imageIds {@code image_id} of each person
 * @param categoryIds {@code category_id} of each person
 * @param areasPixels {@code area} of each person; NaN where the file has none
 * @param crowd {@code iscrowd} of each person
 * @param declaredKeypoints {@code num_keypoints} of each person; the count of v &gt; 0 where the file has none
 * @param boxes left, top, width, height in pixels of each person
 * @param keypoints x, y in pixels and v of each point, person after person
 */
public record CocoGroundTruth(
        long[] imageIdList,
        long[] categoryIdList,
        int valuesPerPerson,
        long[] annotationIds,
        long[] imageIds,
        long[] categoryIds,
        double[] areasPixels,
        boolean[] crowd,
        int[] declaredKeypoints,
        double[] boxes,
        double[] keypoints) {

    /** Number of people. */
    public int size() {
        return annotationIds.length;
    }
}
