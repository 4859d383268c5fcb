package org.posewright.annotations.coco;

import java.io.IOException;

/** A COCO file cannot be used for what was asked; the message is one sentence for a person. */
public final class CocoException extends IOException {

    private static final long serialVersionUID = 1L;

    public CocoException(String message) {
        super(message);
    }
}
