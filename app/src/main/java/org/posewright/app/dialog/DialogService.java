package org.posewright.app.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks the person. A test replaces it. FX thread only; answers come back when the person has decided. */
public interface DialogService {

    /** A file to open. */
    record FileKind(String description, List<String> patterns) {}

    /** Choosers that were not used yet begin in this folder. */
    default void startIn(Path folder) {}

    Optional<Path> chooseFolder(String title);

    Optional<Path> chooseFile(String title, List<FileKind> kinds);

    Optional<Path> chooseSaveFile(String title, String suggestedName, List<FileKind> kinds);

    /** One line of text. */
    Optional<String> askText(String title, String prompt, String initial);

    /** One of several answers; empty when dismissed. Choices are button texts, the first is the default. */
    Optional<Integer> choose(Question question);

    /** A message to read, with details to copy. */
    void tell(Severity severity, String title, String sentence, String details);

    /** A short note that goes away by itself. */
    void notify(String title, String sentence);

    /** Shows content of the caller's own making until it is closed; true when confirmed. */
    boolean show(ContentDialog dialog);

    /** How bad a message is. */
    enum Severity {
        INFORMATION,
        WARNING,
        ERROR
    }

    /**
     * @param details shown below in a scrollable text; may be empty
     * @param dangerous indices of choices that lose something
     */
    record Question(String title, String sentence, String details, List<String> choices, Set<Integer> dangerous) {}
}
