package org.posewright.runtime.onnx;

/** What a session is for, which decides how it shares the processor. */
public enum RunPurpose {
    /** One picture as soon as possible: all cores work on one run. */
    LATENCY,
    /** Many pictures: each core works on a run of its own, which wastes no time on waiting for others. */
    THROUGHPUT
}
