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

    /**
     * One line of text.
     *
     * @param confirm text of the button that takes it
     */
    Optional<String> askText(String title, String prompt, String initial, String confirm);

    /** One of several answers; empty when dismissed. */
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
     * @param choices button texts that say what each does; the first is the default unless it is dangerous
     * @param otherwise text of the button that dismisses the question, saying what stays as it is
     * @param dangerous indices of choices that lose something
     */
    record Question(
            String title,
            String sentence,
            String details,
            List<String> choices,
            String otherwise,
            Set<Integer> dangerous) {}
}
