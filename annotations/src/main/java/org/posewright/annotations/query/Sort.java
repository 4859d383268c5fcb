package org.posewright.annotations.query;

import java.util.Comparator;
import org.posewright.annotations.edit.command.ImageStatus.ReviewState;

/** Orders of the browser. Equal pictures stay in dataset order. */
public enum Sort {
    DATASET_ORDER(Comparator.comparingInt(ImageFacts::position)),
    /** By file name, then by folder. */
    NAME(Comparator.<ImageFacts, String>comparing(image -> image.key().fileName())
            .thenComparing(ImageFacts::key)),
    MOST_PEOPLE(Comparator.comparingInt(ImageFacts::people).reversed()),
    /** Lowest OKS first; pictures that were not compared last. */
    WORST_OKS(Comparator.comparingDouble(image -> image.worstOks().orElse(Double.POSITIVE_INFINITY))),
    /** Flagged and edited before untouched, reviewed last. */
    UNREVIEWED_FIRST(Comparator.comparingInt(image -> urgency(image.status().state())));

    private final Comparator<ImageFacts> order;

    Sort(Comparator<ImageFacts> order) {
        this.order = order;
    }

    Comparator<ImageFacts> order() {
        return order;
    }

    private static int urgency(ReviewState state) {
        return switch (state) {
            case FLAGGED -> 0;
            case EDITED -> 1;
            case UNTOUCHED -> 2;
            case REVIEWED -> 3;
        };
    }
}
