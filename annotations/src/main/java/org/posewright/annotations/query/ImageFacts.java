package org.posewright.annotations.query;

import java.util.BitSet;
import java.util.OptionalDouble;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;

/**
 * What filters and sort orders look at.
 *
 * @param position in dataset order
 * @param split empty while the picture is not loaded
 * @param people all but crowds, or -1 while the picture is not loaded
 * @param joints points with a label and what is missing
 * @param unsaved whether its labels differ from their file
 * @param worstOks lowest OKS between a label and its prediction; empty when nothing was compared
 */
public record ImageFacts(
        ImageKey key,
        int position,
        String split,
        int people,
        Joints joints,
        ImageStatus status,
        boolean unsaved,
        OptionalDouble worstOks) {

    /**
     * The points of all people of a picture but crowds.
     *
     * @param crowds crowd regions
     * @param labeledCount points with v &gt; 0
     * @param labeled indices that at least one person has a label for
     * @param missing indices that at least one person has no label for
     * @param occluded indices that at least one person has with v = 1
     */
    public record Joints(int crowds, int labeledCount, BitSet labeled, BitSet missing, BitSet occluded) {

        static Joints none() {
            return new Joints(0, 0, new BitSet(), new BitSet(), new BitSet());
        }

        static Joints of(ImageRecord image) {
            BitSet labeled = new BitSet();
            BitSet missing = new BitSet();
            BitSet occluded = new BitSet();
            int count = 0;
            int crowds = 0;
            for (PersonInstance person : image.people()) {
                if (person.crowd()) {
                    crowds++;
                    continue;
                }
                for (int i = 0; i < person.keypoints().size(); i++) {
                    switch (person.keypoints().visibility(i)) {
                        case UNLABELED -> missing.set(i);
                        case OCCLUDED -> occluded.set(i);
                        case VISIBLE -> labeled.set(i);
                    }
                }
                count += person.keypoints().labeledCount();
            }
            labeled.or(occluded);
            return new Joints(crowds, count, labeled, missing, occluded);
        }
    }

    public boolean isLoaded() {
        return people >= 0;
    }
}
