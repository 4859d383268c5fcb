package org.posewright.app.dialog;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.posewright.app.text.FailureText;
import org.posewright.app.text.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where failures reach the person: one sentence with file, line or id and remedy; bugs with details to report. */
public final class ErrorPresenter {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPresenter.class);
    private static final String EXPECTED_PACKAGES = "org.posewright.";

    private final DialogService dialogs;
    private final Messages messages;

    public ErrorPresenter(DialogService dialogs, Messages messages) {
        this.dialogs = dialogs;
        this.messages = messages;
    }

    /** Shows why something that the person asked for could not be done. */
    public void present(String whatFailed, Throwable failure) {
        Throwable cause = unwrap(failure);
        if (isExpected(cause)) {
            LOG.warn("{}: {}", whatFailed, cause.getMessage());
            dialogs.tell(DialogService.Severity.ERROR, whatFailed, sentence(cause), reasons(cause));
        } else {
            LOG.error("{}", whatFailed, cause);
            dialogs.tell(
                    DialogService.Severity.ERROR,
                    whatFailed,
                    messages.text("error.unexpected", String.valueOf(cause)),
                    trace(cause));
        }
    }

    /** The sentence that a failure is told with. */
    public String sentence(Throwable failure) {
        return new FailureText(messages).of(unwrap(failure));
    }

    private static boolean isExpected(Throwable cause) {
        boolean ours = cause.getClass().getName().startsWith(EXPECTED_PACKAGES);
        return ours || cause instanceof FileSystemException || cause instanceof IOException;
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String reasons(Throwable cause) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = cause.getCause(); t != null; t = t.getCause()) {
            text.append(t).append('\n');
        }
        return text.toString();
    }

    private static String trace(Throwable cause) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = cause; t != null; t = t.getCause()) {
            text.append(t).append('\n');
            for (StackTraceElement element : t.getStackTrace()) {
                text.append("    at ").append(element).append('\n');
            }
        }
        return text.toString();
    }
}
