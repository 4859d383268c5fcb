package org.posewright.training.network;

import java.io.Serial;
import org.bytedeco.javacpp.Loader;

/** Training cannot run in this process; the message says why and what to do. */
public final class TorchUnavailableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private TorchUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    TorchUnavailableException(String message) {
        super(message);
    }

    static TorchUnavailableException because(Throwable cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new TorchUnavailableException(
                "Training is not available: the libtorch natives for " + Loader.getPlatform() + " could not be loaded ("
                        + reason
                        + "); install the distribution for this platform, or use a model that is trained already.",
                cause);
    }
}
