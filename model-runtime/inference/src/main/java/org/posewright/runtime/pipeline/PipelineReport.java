package org.posewright.runtime.pipeline;

import java.time.Duration;

/**
 * A finished run over many pictures.
 *
 * @param failed pictures without predictions
 * @param fromCache pictures that the model did not have to look at
 */
public record PipelineReport(int pictures, int failed, int fromCache, Duration elapsed) {

    public double picturesPerSecond() {
        return pictures / Math.max(elapsed.toNanos() / 1e9, 1e-9);
    }
}
