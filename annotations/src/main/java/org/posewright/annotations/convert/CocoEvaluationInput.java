package org.posewright.annotations.convert;

import java.util.stream.LongStream;
import org.posewright.annotations.coco.CocoGroundTruth;
import org.posewright.annotations.coco.CocoResults;
import org.posewright.annotations.evaluation.AreaRule;
import org.posewright.annotations.evaluation.DetectionSet;
import org.posewright.annotations.evaluation.DetectionTable;
import org.posewright.annotations.evaluation.EvaluationAxes;
import org.posewright.annotations.evaluation.EvaluationException;
import org.posewright.annotations.evaluation.EvaluationInput;
import org.posewright.annotations.evaluation.GroundTruthBlock;
import org.posewright.annotations.evaluation.GroundTruthSet;
import org.posewright.annotations.evaluation.PointArray;

/**
 * Makes evaluator input from COCO files with pycocotools' rules: ids as in the files, all images and categories of the ground truth,
 * areas as stated.
 */
public final class CocoEvaluationInput {

    private static final int VALUES_PER_KEYPOINT = 3;

    private CocoEvaluationInput() {}

    /**
     * Labels and detections of a pair of files.
     *
     * @throws EvaluationException if the results do not belong to the ground truth
     */
    public static EvaluationInput of(CocoGroundTruth truth, CocoResults results) {
        GroundTruthSet people = truth(truth, results.valuesPerDetection());
        return new EvaluationInput(people, detections(people, results));
    }

    /**
     * The labels alone.
     *
     * @param fallbackValues values per person to assume when the file holds nobody
     */
    public static GroundTruthSet truth(CocoGroundTruth truth, int fallbackValues) {
        int values = truth.size() > 0 ? truth.valuesPerPerson() : fallbackValues;
        int keypoints = Math.max(1, values / VALUES_PER_KEYPOINT);
        EvaluationAxes axes =
                new EvaluationAxes(LongStream.of(truth.imageIdList()), LongStream.of(truth.categoryIdList()));
        GroundTruthSet.Builder builder = new GroundTruthSet.Builder(axes, keypoints);
        for (int i = 0; i < truth.size(); i++) {
            int image = axes.imageIndex(truth.imageIds()[i]);
            int category = axes.categoryIndex(truth.categoryIds()[i]);
            if (image >= 0 && category >= 0) {
                add(builder.at(image, category), truth, i, keypoints);
            }
        }
        return builder.build();
    }

    private static void add(GroundTruthBlock.Builder block, CocoGroundTruth truth, int i, int keypoints) {
        boolean crowd = truth.crowd()[i];
        double width = truth.boxes()[4 * i + 2];
        double height = truth.boxes()[4 * i + 3];
        double stated = truth.areasPixels()[i];
        double area = Double.isNaN(stated) ? width * height * AreaRule.SHARE_OF_BOX : stated;
        int person = block.person(truth.annotationIds()[i], area, crowd, crowd || truth.declaredKeypoints()[i] == 0);
        block.box(person, truth.boxes()[4 * i], truth.boxes()[4 * i + 1], width, height);
        int at = truth.valuesPerPerson() * i;
        double[] points = truth.keypoints();
        for (int k = 0; k < keypoints; k++, at += VALUES_PER_KEYPOINT) {
            block.point(person, k, points[at], points[at + 1], points[at + 2] > 0);
        }
    }

    /**
     * The detections of a results file for given labels.
     *
     * @throws EvaluationException if a detection is of an image that the labels do not list, or of another skeleton
     */
    public static DetectionSet detections(GroundTruthSet truth, CocoResults results) {
        EvaluationAxes axes = truth.axes();
        int keypoints = truth.keypointCount();
        requireSameSkeleton(results, keypoints);
        requireKnownImages(axes, results);
        PointArray points = new PointArray(results.keypoints(), VALUES_PER_KEYPOINT, keypoints);
        return new DetectionTable(results.imageIds(), results.categoryIds(), results.scores(), results.boxes(), points)
                .toSet(axes);
    }

    private static void requireSameSkeleton(CocoResults results, int keypoints) {
        int values = results.valuesPerDetection();
        if (results.size() > 0 && values != VALUES_PER_KEYPOINT * keypoints) {
            throw new EvaluationException(
                    results.file() + " holds " + values + " numbers per detection but the labels' "
                            + keypoints + " keypoints need " + VALUES_PER_KEYPOINT * keypoints
                            + "; choose results of a model for this skeleton");
        }
    }

    private static void requireKnownImages(EvaluationAxes axes, CocoResults results) {
        long[] ids = results.imageIds();
        for (int i = 0; i < ids.length; i++) {
            if ((i == 0 || ids[i] != ids[i - 1]) && axes.imageIndex(ids[i]) < 0) {
                String name = ids[i] == CocoResults.TEXT_IMAGE_ID
                        ? "'" + results.textImageIds().get(i) + "'"
                        : Long.toString(ids[i]);
                throw new EvaluationException("detection " + i + " of " + results.file() + " is of image " + name
                        + ", which the ground truth does not list; choose the results of this dataset");
            }
        }
    }
}
