package org.posewright.app.viewmodel.model;

import org.posewright.annotations.model.Finding;

/** The model could not look at a picture; the message says why and what to do. */
public final class PredictionFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PredictionFailedException(String sentence) {
        super(sentence);
    }

    PredictionFailedException(Finding finding) {
        super(finding.message() + " " + finding.remedy());
    }
}
