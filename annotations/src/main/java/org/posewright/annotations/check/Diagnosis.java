package org.posewright.annotations.check;

import java.util.Optional;
import org.posewright.annotations.model.Finding;

/** A problem, and its repair where there is a mechanical one. */
public record Diagnosis(Finding finding, Optional<Fix> fix) {

    static Diagnosis of(Finding finding) {
        return new Diagnosis(finding, Optional.empty());
    }

    static Diagnosis of(Finding finding, Fix fix) {
        return new Diagnosis(finding, Optional.of(fix));
    }
}
