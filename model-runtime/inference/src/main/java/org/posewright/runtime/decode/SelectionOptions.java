package org.posewright.runtime.decode;

import java.util.Set;
import org.posewright.runtime.preprocess.PaddingRule;

/**
 * Which candidates become predictions; changing these never needs another run of the model.
 *
 * @param confidence (conf) a candidate's score must be above this
 * @param iou a candidate is suppressed when it overlaps a better one by more than this
 * @param maxDetections (max_det) at most so many people for a picture
 * @param agnostic (agnostic_nms) candidates of different classes suppress each other too
 * @param classes class indices to keep; empty keeps all
 * @param paddingRule how coordinates go back to the picture
 */
public record SelectionOptions(
        double confidence,
        double iou,
        int maxDetections,
        boolean agnostic,
        Set<Integer> classes,
        PaddingRule paddingRule) {

    /** What prediction uses where the caller wishes nothing else: the field's defaults. */
    public static final SelectionOptions DEFAULTS =
            new SelectionOptions(0.25, 0.7, 300, false, Set.of(), PaddingRule.ULTRALYTICS_8_3);

    public SelectionOptions {
        classes = Set.copyOf(classes);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("conf must lie between 0 and 1, not " + confidence);
        }
        if (!(iou >= 0 && iou <= 1)) {
            throw new IllegalArgumentException("iou must lie between 0 and 1, not " + iou);
        }
        if (maxDetections < 1) {
            throw new IllegalArgumentException("max_det must be at least 1, not " + maxDetections);
        }
    }

    public SelectionOptions withConfidence(double newConfidence) {
        return new SelectionOptions(newConfidence, iou, maxDetections, agnostic, classes, paddingRule);
    }

    public SelectionOptions withIou(double newIou) {
        return new SelectionOptions(confidence, newIou, maxDetections, agnostic, classes, paddingRule);
    }

    public SelectionOptions withMaxDetections(int newMaximum) {
        return new SelectionOptions(confidence, iou, newMaximum, agnostic, classes, paddingRule);
    }

    public SelectionOptions withPaddingRule(PaddingRule newRule) {
        return new SelectionOptions(confidence, iou, maxDetections, agnostic, classes, newRule);
    }
}
