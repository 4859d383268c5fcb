package org.posewright.annotations.yolo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.posewright.annotations.model.Skeleton;

/**
 * The keys of a data yaml that describe keypoints, as written; {@link SkeletonFactory} makes a skeleton of them.
 *
 * @param shape {@code kpt_shape}
 * @param flipIndices {@code flip_idx}, possibly not a permutation; empty when absent
 * @param names {@code kpt_names} by class index; a plain list stands for class 0
 * @param sigmas {@code kpt_oks_sigmas}; empty when absent
 * @param limbs {@code skeleton}, an extension: pairs of 1-based point numbers as in COCO, 0-based when a 0 occurs; 0-based here
 */
public record PoseKeys(
        Optional<KeypointShape> shape,
        List<Integer> flipIndices,
        Map<Integer, List<String>> names,
        List<Double> sigmas,
        List<Skeleton.Limb> limbs) {

    /** No key about keypoints. */
    public static final PoseKeys NONE = new PoseKeys(Optional.empty(), List.of(), Map.of(), List.of(), List.of());

    public PoseKeys {
        flipIndices = List.copyOf(flipIndices);
        names = Map.copyOf(names);
        sigmas = List.copyOf(sigmas);
        limbs = List.copyOf(limbs);
    }

    /** These keys with a shape that was found otherwise. */
    public PoseKeys withShape(KeypointShape newShape) {
        return new PoseKeys(Optional.of(newShape), flipIndices, names, sigmas, limbs);
    }
}
