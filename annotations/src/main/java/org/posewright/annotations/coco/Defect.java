package org.posewright.annotations.coco;

import java.util.Optional;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Sentence;

/**
 * A problem met while reading, before lines are counted and ids are settled.
 *
 * @param position byte offset in the file
 * @param annotation that it is about
 */
record Defect(
        Finding.Severity severity,
        String code,
        long position,
        Optional<RawAnnotation> annotation,
        Sentence message,
        Sentence remedy) {

    static Defect error(String code, long position, Sentence message, Sentence remedy) {
        return new Defect(Finding.Severity.ERROR, code, position, Optional.empty(), message, remedy);
    }

    static Defect warning(String code, long position, Sentence message, Sentence remedy) {
        return new Defect(Finding.Severity.WARNING, code, position, Optional.empty(), message, remedy);
    }

    static Defect note(String code, long position, Sentence message, Sentence remedy) {
        return new Defect(Finding.Severity.NOTE, code, position, Optional.empty(), message, remedy);
    }

    Defect about(RawAnnotation subject) {
        return new Defect(severity, code, position, Optional.of(subject), message, remedy);
    }
}
