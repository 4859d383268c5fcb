package org.posewright.app.viewmodel.evaluation;

import org.posewright.annotations.evaluation.diagnosis.KeypointError;

/** What a case of the work queue is about, the gravest kind of a person first. */
public enum CaseKind {
    INVERSION,
    SWAP,
    MISS,
    JITTER,
    GOOD,
    /** A labelled person that no believed prediction means. */
    UNDETECTED,
    /** A believed prediction that means nobody. */
    UNLABELED,
    /** A whole picture. */
    PICTURE,
    /** A label that looks wrong. */
    SUSPECT;

    /** The class of a joint. */
    public static CaseKind of(KeypointError error) {
        return valueOf(error.name());
    }

    /** Key of its name in the messages. */
    public String messageKey() {
        return "case." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
