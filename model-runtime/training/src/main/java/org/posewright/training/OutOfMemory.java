package org.posewright.training;

import java.util.Optional;

/** Recognises memory that ran out in libtorch or on the heap and says what to do. */
final class OutOfMemory {

    private OutOfMemory() {}

    /** A sentence for the person when {@code problem} means that memory ran out. */
    static Optional<TrainingException> explain(Throwable problem, int batch, int imageSize) {
        String message = String.valueOf(problem.getMessage());
        boolean isNative = message.contains("allocate memory")
                || message.contains("not enough memory")
                || message.contains("bad_alloc")
                || message.contains("CUDA out of memory")
                || message.contains("Physical memory usage is too high");
        if (!isNative && !(problem instanceof OutOfMemoryError)) {
            return Optional.empty();
        }
        String remedy = batch > 1 ? "try batch=" + batch / 2 : "try imgsz=" + Math.max(32, imageSize / 2 / 32 * 32);
        return Optional.of(new TrainingException(
                "memory ran out at batch=" + batch + " and imgsz=" + imageSize + "; " + remedy + " or batch=-1",
                problem));
    }
}
