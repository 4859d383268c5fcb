package org.posewright.annotations.evaluation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.Skeleton;

/**
 * Pictures of the open dataset as the evaluator sees them, and the way back from its indices to the pictures. Immutable.
 *
 * <p>Pictures get COCO's ids where all have one, otherwise 1, 2, … in dataset order. Rows of a YOLO file start at 0, an id that
 * pycocotools never counts as matched; there one is added.
 */
public final class DatasetTruth {

    private final Skeleton skeleton;
    private final AreaRule areaRule;
    private final int categoryCount;
    private final ImageRecord[] images;
    private final Map<ImageKey, Integer> indices;
    private final GroundTruthSet truth;

    private DatasetTruth(
            Skeleton skeleton,
            AreaRule areaRule,
            int categoryCount,
            ImageRecord[] images,
            Map<ImageKey, Integer> indices,
            GroundTruthSet truth) {
        this.skeleton = skeleton;
        this.areaRule = areaRule;
        this.categoryCount = categoryCount;
        this.images = images;
        this.indices = indices;
        this.truth = truth;
    }

    /**
     * @param images those to evaluate, in dataset order
     * @param categoryCount how many categories the dataset names
     * @throws EvaluationException if a person has another number of keypoints than the skeleton
     */
    public static DatasetTruth of(List<ImageRecord> images, int categoryCount, Skeleton skeleton, AreaRule areaRule) {
        boolean cocoIds = haveDistinctCocoIds(images);
        long[] ids = new long[images.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = cocoIds ? images.get(i).cocoId().orElseThrow() : i + 1;
        }
        EvaluationAxes axes = new EvaluationAxes(LongStream.of(ids), LongStream.rangeClosed(1, categoryCount));
        ImageRecord[] byIndex = new ImageRecord[ids.length];
        Map<ImageKey, Integer> indices = new HashMap<>(2 * ids.length);
        GroundTruthBlock[] blocks = new GroundTruthBlock[axes.blockCount()];
        for (int i = 0; i < ids.length; i++) {
            int index = axes.imageIndex(ids[i]);
            byIndex[index] = images.get(i);
            indices.put(images.get(i).key(), index);
            for (int c = 0; c < categoryCount; c++) {
                blocks[axes.blockIndex(index, c)] = block(images.get(i), c, skeleton, areaRule);
            }
        }
        GroundTruthSet empty = new GroundTruthSet.Builder(axes, skeleton.size()).build();
        return new DatasetTruth(skeleton, areaRule, categoryCount, byIndex, indices, empty.withBlocks(blocks));
    }

    private static boolean haveDistinctCocoIds(List<ImageRecord> images) {
        Set<Long> ids = new HashSet<>();
        return images.stream()
                .allMatch(image ->
                        image.cocoId().isPresent() && ids.add(image.cocoId().getAsLong()));
    }

    private static GroundTruthBlock block(ImageRecord image, int category, Skeleton skeleton, AreaRule areaRule) {
        int shift = image.cocoId().isPresent() ? 0 : 1;
        GroundTruthBlock.Builder builder =
                new GroundTruthBlock.Builder(skeleton.size(), image.people().size());
        for (PersonInstance person : image.people()) {
            if (person.categoryIndex() == category) {
                builder.add(person, person.id() + shift, areaRule);
            }
        }
        return builder.build();
    }

    public GroundTruthSet truth() {
        return truth;
    }

    public Skeleton skeleton() {
        return skeleton;
    }

    public AreaRule areaRule() {
        return areaRule;
    }

    public int imageCount() {
        return images.length;
    }

    /** The picture at an index of the evaluation. */
    public ImageRecord image(int imageIndex) {
        return images[imageIndex];
    }

    /** Index of a picture in the evaluation, or -1 when it takes no part. */
    public int imageIndex(ImageKey key) {
        return indices.getOrDefault(key, -1);
    }

    /** The evaluator's id of a picture. */
    public long imageId(ImageKey key) {
        return truth.axes().imageId(indices.get(key));
    }

    /** The person behind an index of a block. */
    public PersonInstance person(int imageIndex, int categoryIndex, int personIndex) {
        return images[imageIndex].people().stream()
                .filter(person -> person.categoryIndex() == categoryIndex)
                .skip(personIndex)
                .findFirst()
                .orElseThrow();
    }

    /** Predictions for these pictures; ids of detections count within their picture. */
    public DetectionSet detections(Function<ImageKey, List<PosePrediction>> predictions) {
        EvaluationAxes axes = truth.axes();
        DetectionBlock[] blocks = new DetectionBlock[axes.blockCount()];
        for (int i = 0; i < images.length; i++) {
            List<PosePrediction> ofImage = predictions.apply(images[i].key());
            for (int c = 0; c < categoryCount; c++) {
                int category = c;
                List<PosePrediction> ofCategory = ofImage.stream()
                        .filter(prediction -> prediction.categoryIndex() == category)
                        .toList();
                blocks[axes.blockIndex(i, c)] = DetectionBlock.of(ofCategory, skeleton.size());
            }
        }
        return new DetectionSet(axes, skeleton.size(), blocks);
    }

    /** These pictures after an edit of some; pictures that take no part are passed over. */
    public DatasetTruth withEdited(Collection<ImageRecord> edited) {
        ImageRecord[] newImages = images.clone();
        GroundTruthBlock[] blocks = new GroundTruthBlock[truth.axes().blockCount()];
        for (int b = 0; b < blocks.length; b++) {
            blocks[b] = truth.block(b);
        }
        for (ImageRecord image : edited) {
            Integer index = indices.get(image.key());
            if (index != null) {
                newImages[index] = image;
                for (int c = 0; c < categoryCount; c++) {
                    blocks[truth.axes().blockIndex(index, c)] = block(image, c, skeleton, areaRule);
                }
            }
        }
        return new DatasetTruth(skeleton, areaRule, categoryCount, newImages, indices, truth.withBlocks(blocks));
    }
}
