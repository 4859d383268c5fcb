package org.posewright.app.text;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.posewright.annotations.model.Sentence;

/** The sentence that a failure is told with in the window. */
public final class FailureText {

    private final Messages messages;

    public FailureText(Messages messages) {
        this.messages = messages;
    }

    /** File and remedy for what the file system says in one word; the failure's own sentence otherwise. */
    public String of(Throwable failure) {
        if (failure instanceof NoSuchFileException missing) {
            return messages.text("error.missing-file", missing.getFile());
        }
        if (failure instanceof AccessDeniedException denied) {
            return messages.text("error.access-denied", denied.getFile());
        }
        if (failure instanceof Sentence.Told told) {
            return messages.text(told.sentence());
        }
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.toString() : message;
    }
}
