package org.posewright.annotations.yolo;

import java.util.List;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.PersonInstance;

/**
 * A label file as read.
 *
 * @param people of the readable rows, in file order; ids are 1-based line numbers
 * @param rows where each person stands
 * @param findings what is wrong, by line
 * @param trainerVerdict what the Ultralytics trainer would make of the picture
 */
public record YoloLabels(
        List<PersonInstance> people, RowOrder rows, List<Finding> findings, TrainerVerdict trainerVerdict) {

    /** What the Ultralytics trainer does with a picture after its label checks. */
    public enum TrainerVerdict {
        /** Every version uses it. */
        USED,
        /** 8.3 leaves the picture out; 8.4 has wider tolerances and uses it. */
        DROPPED_BY_8_3,
        /** The picture is left out of training. */
        DROPPED
    }

    public YoloLabels {
        people = List.copyOf(people);
        findings = List.copyOf(findings);
    }
}
