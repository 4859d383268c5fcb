package org.posewright.app.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.save.PersonDifference;
import org.posewright.training.data.LabelSnapshot;

/**
 * What is different between the labels of two runs, joint by joint. People are matched by the overlap of their boxes, as rows of label
 * files have no lasting names.
 *
 * @param movedJoints points that moved by more than a hundredth of a pixel
 * @param medianMovePixels of those; 0 when none moved
 * @param flagChanges how many points went from one flag to another, by text such as {@code 2→1}
 * @param picturesOnlyBefore pictures that only the first run has
 */
public record LabelDifference(
        int movedJoints,
        double medianMovePixels,
        Map<String, Integer> flagChanges,
        int peopleAdded,
        int peopleRemoved,
        int boxesChanged,
        int picturesOnlyBefore,
        int picturesOnlyAfter) {

    private static final double MIN_IOU = 0.3;
    private static final double STILL_PIXELS = 0.01;

    public LabelDifference {
        flagChanges = Map.copyOf(flagChanges);
    }

    public boolean isNone() {
        return movedJoints + flagChanges.size() + peopleAdded + peopleRemoved + boxesChanged == 0
                && picturesOnlyBefore + picturesOnlyAfter == 0;
    }

    public static LabelDifference between(LabelSnapshot before, LabelSnapshot after) {
        Tally tally = new Tally();
        Set<ImageKey> onlyAfter = new HashSet<>(after.people().keySet());
        int onlyBefore = 0;
        for (Map.Entry<ImageKey, LabelSnapshot.Entry> entry : before.people().entrySet()) {
            LabelSnapshot.Entry now = after.people().get(entry.getKey());
            if (now == null) {
                onlyBefore++;
            } else {
                onlyAfter.remove(entry.getKey());
                List<PersonInstance> old = entry.getValue().people();
                PersonDifference.between(old, namedAlike(old, now.people())).forEach(tally::add);
            }
        }
        return tally.difference(onlyBefore, onlyAfter.size());
    }

    /** The people of {@code after} with the ids of those of {@code before} that they stand for. */
    private static List<PersonInstance> namedAlike(List<PersonInstance> before, List<PersonInstance> after) {
        List<PersonInstance> free = new ArrayList<>(before);
        List<PersonInstance> named = new ArrayList<>();
        long next = before.stream().mapToLong(PersonInstance::id).max().orElse(0) + 1;
        for (PersonInstance person : after) {
            PersonInstance same = nearest(person, free);
            free.remove(same);
            long id = same == null ? next++ : same.id();
            named.add(new PersonInstance(
                    id,
                    person.categoryIndex(),
                    person.box(),
                    person.keypoints(),
                    person.segmentationArea(),
                    person.crowd(),
                    person.declaredKeypoints()));
        }
        return named;
    }

    private static @Nullable PersonInstance nearest(PersonInstance person, List<PersonInstance> candidates) {
        PersonInstance best = null;
        double bestIou = MIN_IOU;
        for (PersonInstance candidate : candidates) {
            double iou = candidate.box().iou(person.box());
            if (iou > bestIou) {
                best = candidate;
                bestIou = iou;
            }
        }
        return best;
    }

    private static final class Tally {
        private final List<Double> moves = new ArrayList<>();
        private final Map<String, Integer> flags = new TreeMap<>();
        private int added;
        private int removed;
        private int boxes;

        void add(PersonDifference person) {
            added += person.isAdded() ? 1 : 0;
            removed += person.isRemoved() ? 1 : 0;
            boxes += person.boxMovedPixels() > STILL_PIXELS ? 1 : 0;
            for (PersonDifference.JointDifference joint : person.joints()) {
                if (joint.movedPixels() > STILL_PIXELS) {
                    moves.add(joint.movedPixels());
                }
                if (joint.flagChanged()) {
                    String change = joint.before().visibility().flag() + "→"
                            + joint.after().visibility().flag();
                    flags.merge(change, 1, Integer::sum);
                }
            }
        }

        LabelDifference difference(int onlyBefore, int onlyAfter) {
            double[] sorted = moves.stream().mapToDouble(Double::doubleValue).toArray();
            Arrays.sort(sorted);
            int middle = sorted.length / 2;
            double median = sorted.length == 0
                    ? 0
                    : sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
            return new LabelDifference(sorted.length, median, flags, added, removed, boxes, onlyBefore, onlyAfter);
        }
    }
}
