package org.posewright.annotations.yolo;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Skeletons;

/** Makes a skeleton of a yaml's keys; keys that contradict themselves are left out here and told by the yaml's findings. */
public final class SkeletonFactory {

    private static final int COCO_POINTS = Skeletons.COCO_PERSON.size();

    /**
     * @param shape used when the keys have none
     * @param categoryName name of the skeleton
     */
    public Skeleton create(PoseKeys keys, KeypointShape shape, String categoryName) {
        KeypointShape used = keys.shape().orElse(shape);
        int count = used.keypoints();
        List<String> names = names(keys, count);
        boolean coco = count == COCO_POINTS && names.equals(Skeletons.COCO_PERSON.keypointNames());
        List<Integer> flips = isPermutation(keys.flipIndices(), count) ? keys.flipIndices() : List.of();
        boolean ownSigmas = keys.sigmas().size() == count;
        boolean cocoSigmas = count == COCO_POINTS && used.values() == 3;
        List<Double> fallback = cocoSigmas ? Skeletons.COCO_PERSON.sigmas() : Collections.nCopies(count, 1.0 / count);
        return new Skeleton(
                categoryName,
                names,
                keys.limbs().isEmpty() && coco ? Skeletons.COCO_PERSON.limbs() : keys.limbs(),
                flips,
                ownSigmas ? keys.sigmas() : fallback,
                ownSigmas ? "dataset" : cocoSigmas ? Skeletons.COCO_PERSON.sigmaSource() : "1/K",
                used.values());
    }

    /** The names of the lowest class that has usable ones; seventeen nameless points are taken for COCO's person. */
    private static List<String> names(PoseKeys keys, int count) {
        return keys.names().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(java.util.Map.Entry::getValue)
                .filter(list -> list.size() == count && new HashSet<>(list).size() == count)
                .findFirst()
                .orElseGet(() -> looksLikeCoco(keys, count)
                        ? Skeletons.COCO_PERSON.keypointNames()
                        : Skeletons.numbered(count, 3).keypointNames());
    }

    private static boolean looksLikeCoco(PoseKeys keys, int count) {
        return count == COCO_POINTS
                && (keys.flipIndices().isEmpty() || keys.flipIndices().equals(Skeletons.COCO_PERSON.flipIndices()));
    }

    static boolean isPermutation(List<Integer> indices, int count) {
        return indices.size() == count
                && new HashSet<>(indices).size() == count
                && indices.stream().allMatch(i -> i >= 0 && i < count);
    }
}
