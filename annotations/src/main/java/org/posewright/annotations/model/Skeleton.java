package org.posewright.annotations.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The keypoints of a kind of body, how they hang together and which mirror which.
 *
 * @param keypointNames one unique name for each point, in label order
 * @param limbs pairs of 0-based point indices to draw a line between
 * @param flipIndices after mirroring, new point {@code i} is old point {@code flipIndices[i]}; an involution; empty when the
 *     dataset does not say
 * @param sigmas COCO's per-keypoint constants for OKS, one for each point
 * @param sigmaSource where the sigmas come from, for display ("COCO person", "1/K", "dataset")
 * @param valuesPerKeypoint 3 when label files hold visibility flags, 2 when they hold coordinates alone
 */
public record Skeleton(
        String name,
        List<String> keypointNames,
        List<Limb> limbs,
        List<Integer> flipIndices,
        List<Double> sigmas,
        String sigmaSource,
        int valuesPerKeypoint) {

    /** A line between two points, 0-based. */
    public record Limb(int from, int to) {}

    public Skeleton {
        keypointNames = List.copyOf(keypointNames);
        limbs = List.copyOf(limbs);
        flipIndices = List.copyOf(flipIndices);
        sigmas = List.copyOf(sigmas);
        int count = keypointNames.size();
        require(count >= 1, "a skeleton needs at least one keypoint");
        require(Set.copyOf(keypointNames).size() == count, "keypoint names are not unique: " + keypointNames);
        require(sigmas.size() == count, sigmas.size() + " sigmas for " + count + " keypoints");
        require(sigmas.stream().allMatch(s -> s > 0 && Double.isFinite(s)), "sigmas must be positive: " + sigmas);
        require(
                valuesPerKeypoint == 2 || valuesPerKeypoint == 3,
                "a keypoint has 2 or 3 values, not " + valuesPerKeypoint);
        for (Limb limb : limbs) {
            require(
                    limb.from >= 0 && limb.from < count && limb.to >= 0 && limb.to < count,
                    "limb " + limb + " names a point that does not exist");
        }
        require(
                flipIndices.isEmpty() || new HashSet<>(flipIndices).size() == count && flipIndices.size() == count,
                "flip_idx must name each of the " + count + " keypoints once: " + flipIndices);
        require(flipIndices.stream().allMatch(i -> i >= 0 && i < count), "flip_idx out of range: " + flipIndices);
    }

    public int size() {
        return keypointNames.size();
    }

    /** The left/right partner of a point; the point itself when it has none. */
    public int partner(int index) {
        return flipIndices.isEmpty() ? index : flipIndices.get(index);
    }

    /** Each left/right pair once, lower index first. */
    public List<Limb> symmetricPairs() {
        List<Limb> pairs = new ArrayList<>();
        for (int i = 0; i < flipIndices.size(); i++) {
            if (flipIndices.get(i) > i) {
                pairs.add(new Limb(i, flipIndices.get(i)));
            }
        }
        return pairs;
    }

    /** On which side of the body a point lies, as its name and partner tell. */
    public Side side(int index) {
        String name = keypointNames.get(index).toLowerCase(java.util.Locale.ROOT);
        if (name.contains("left") || name.startsWith("l_") || name.endsWith("_l")) {
            return Side.LEFT;
        }
        if (name.contains("right") || name.startsWith("r_") || name.endsWith("_r")) {
            return Side.RIGHT;
        }
        int partner = partner(index);
        if (partner == index) {
            return Side.MIDDLE;
        }
        return index < partner ? Side.LEFT : Side.RIGHT;
    }

    public Skeleton withSigmas(List<Double> newSigmas, String source) {
        return new Skeleton(name, keypointNames, limbs, flipIndices, newSigmas, source, valuesPerKeypoint);
    }

    /** Side of the body, the person's own left and right. */
    public enum Side {
        LEFT,
        RIGHT,
        MIDDLE
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
