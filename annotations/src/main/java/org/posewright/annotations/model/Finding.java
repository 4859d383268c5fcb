package org.posewright.annotations.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A problem in the data, told as a value: where it is, what it is, what to do.
 *
 * @param code short and stable, for scripts and filters, such as {@code yolo.column-count}
 * @param file the file to look into
 * @param line 1-based line in {@code file}, where the format has lines
 * @param personId annotation id or row id, where one person is meant
 * @param problem one sentence: what is wrong, with the value found
 * @param cure one sentence: what to do about it
 */
public record Finding(
        Severity severity,
        String code,
        Path file,
        OptionalLong line,
        Optional<ImageKey> image,
        OptionalLong personId,
        Sentence problem,
        Sentence cure) {

    /** How much harm a finding does. */
    public enum Severity {
        /** Something could not be read or is left out of evaluation or training. */
        ERROR,
        /** Readable, but probably not what the author meant. */
        WARNING,
        /** Good to know. */
        NOTE
    }

    /** A finding about a whole file. */
    public static Finding ofFile(Severity severity, String code, Path file, Sentence problem, Sentence cure) {
        return new Finding(
                severity, code, file, OptionalLong.empty(), Optional.empty(), OptionalLong.empty(), problem, cure);
    }

    /** The problem in English. */
    public String message() {
        return problem.english();
    }

    /** The cure in English. */
    public String remedy() {
        return cure.english();
    }

    /** File, problem and cure in one. */
    public Sentence told() {
        return Sentence.of("finding.told", "{0}: {1}; {2}", file, problem, cure);
    }

    public Finding atLine(long newLine) {
        return new Finding(severity, code, file, OptionalLong.of(newLine), image, personId, problem, cure);
    }

    public Finding atImage(ImageKey newImage) {
        return new Finding(severity, code, file, line, Optional.of(newImage), personId, problem, cure);
    }

    public Finding atPerson(long newPersonId) {
        return new Finding(severity, code, file, line, image, OptionalLong.of(newPersonId), problem, cure);
    }
}
