package org.posewright.runtime.onnx;

/**
 * How a session on the processor uses its cores.
 *
 * @param intraOp threads inside one run
 * @param concurrentRuns runs at a time
 */
record SessionThreads(int intraOp, int concurrentRuns) {

    /** More runs at a time cost memory (some hundred megabytes each for large models) and bring little. */
    private static final int MOST_RUNS = 8;

    static SessionThreads forProcessor(RunPurpose purpose) {
        int cores = Math.max(1, Runtime.getRuntime().availableProcessors());
        return switch (purpose) {
            case LATENCY -> new SessionThreads(cores, 1);
            case THROUGHPUT -> {
                int runs = Math.min(cores, MOST_RUNS);
                yield new SessionThreads(cores / runs, runs);
            }
        };
    }
}
