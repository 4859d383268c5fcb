package org.posewright.runtime;

import java.util.Optional;

/**
 * What a session really runs on, asked of the runtime and not assumed from the wish.
 *
 * @param requested the wish
 * @param provider name of the execution provider that runs the network, such as {@code CPU} or {@code CUDA}
 * @param detail one phrase: threads, or how many of the network's nodes run where
 * @param unmetReason why a wish was not met, a sentence; empty when it was
 */
public record DeviceReport(DeviceRequest requested, String provider, String detail, Optional<String> unmetReason) {

    /** One line for a status bar. */
    public String summary() {
        String running = provider + " (" + detail + ")";
        return unmetReason.map(reason -> running + " - " + reason).orElse(running);
    }
}
