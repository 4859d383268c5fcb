package org.posewright.annotations.edit.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Skeleton.Limb;

/**
 * Which points hang on a point, away from the trunk: of COCO's left shoulder the left elbow and wrist, of the left hip the left knee
 * and ankle. Points that a limb joins to their own partner (shoulder to shoulder, hip to hip) are the trunk.
 */
final class LimbChains {

    private final Skeleton skeleton;

    LimbChains(Skeleton skeleton) {
        this.skeleton = skeleton;
    }

    /** {@code start} and what hangs on it, on its own side of the body; {@code start} alone when nothing does. */
    Set<Integer> chainFrom(int start) {
        Set<Integer> chain = new TreeSet<>(Set.of(start));
        for (int neighbor : sameSideNeighbors(start)) {
            Set<Integer> branch = branch(start, neighbor);
            if (branch.stream().noneMatch(this::isTrunk)) {
                chain.addAll(branch);
            }
        }
        return chain;
    }

    private Set<Integer> branch(int start, int neighbor) {
        Set<Integer> branch = new TreeSet<>(Set.of(neighbor));
        Deque<Integer> open = new ArrayDeque<>(branch);
        while (!open.isEmpty()) {
            int point = open.pop();
            for (int next : sameSideNeighbors(point)) {
                if (next != start && branch.add(next) && !isTrunk(next)) {
                    open.push(next);
                }
            }
        }
        return branch;
    }

    private boolean isTrunk(int point) {
        int partner = skeleton.partner(point);
        return partner != point && skeleton.limbs().stream().anyMatch(limb -> other(limb, point) == partner);
    }

    private Set<Integer> sameSideNeighbors(int point) {
        Set<Integer> neighbors = new TreeSet<>();
        for (Limb limb : skeleton.limbs()) {
            int other = other(limb, point);
            if (other >= 0 && other != point && skeleton.side(other) == skeleton.side(point)) {
                neighbors.add(other);
            }
        }
        return neighbors;
    }

    private static int other(Limb limb, int point) {
        if (limb.from() == point) {
            return limb.to();
        }
        return limb.to() == point ? limb.from() : -1;
    }
}
