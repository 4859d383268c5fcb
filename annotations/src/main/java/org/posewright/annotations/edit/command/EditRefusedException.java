package org.posewright.annotations.edit.command;

/** An edit that cannot be made now. The message is one sentence for the person at the screen; nothing has changed. */
public class EditRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EditRefusedException(String message) {
        super(message);
    }

    public EditRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
