package org.posewright.runtime;

import java.util.Locale;

/** Where a person wishes a model to run. */
public enum DeviceRequest {
    /** The fastest device that the runtime offers here. */
    AUTO,
    CPU,
    /** NVIDIA; needs the CUDA variant of the program. */
    CUDA,
    /** Apple. */
    COREML,
    /** Windows. */
    DIRECTML;

    /**
     * As typed: {@code auto}, {@code cpu}, {@code cuda}, {@code coreml}, {@code directml}; also the field's {@code 0} and {@code
     * cuda:0} for the first GPU, {@code gpu}, {@code mps} and {@code dml}.
     *
     * @throws IllegalArgumentException naming the choices
     */
    public static DeviceRequest parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "auto", "" -> AUTO;
            case "cpu" -> CPU;
            case "cuda", "cuda:0", "gpu", "0" -> CUDA;
            case "coreml", "mps" -> COREML;
            case "directml", "dml" -> DIRECTML;
            default ->
                throw new IllegalArgumentException(
                        "device=" + text + " is not one of auto, cpu, cuda, coreml, directml");
        };
    }
}
