package org.posewright.runtime.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.posewright.runtime.DeviceRequest;

/** The devices besides the processor that ONNX Runtime may offer. */
enum Accelerator {
    CUDA(DeviceRequest.CUDA, OrtProvider.CUDA, "CUDA", "the CUDA variant of the program (built with -Pcuda) offers it"),
    COREML(DeviceRequest.COREML, OrtProvider.CORE_ML, "CoreML", "it exists on macOS only"),
    DIRECTML(DeviceRequest.DIRECTML, OrtProvider.DIRECT_ML, "Dml", "it exists in Windows builds with DirectML only");

    private final DeviceRequest request;
    private final OrtProvider provider;
    private final String profileName;
    private final String remedy;

    Accelerator(DeviceRequest request, OrtProvider provider, String profileName, String remedy) {
        this.request = request;
        this.provider = provider;
        this.profileName = profileName;
        this.remedy = remedy;
    }

    /** Those to try for a wish, best first; none for the processor. */
    static List<Accelerator> candidatesFor(DeviceRequest wish) {
        EnumSet<OrtProvider> offered = OrtEnvironment.getAvailableProviders();
        return Stream.of(values())
                .filter(accelerator -> wish == DeviceRequest.AUTO
                        ? offered.contains(accelerator.provider)
                        : wish == accelerator.request)
                .toList();
    }

    boolean isOffered() {
        return OrtEnvironment.getAvailableProviders().contains(provider);
    }

    /** How the runtime's profile names it. */
    String profileName() {
        return profileName;
    }

    /** Where to get it, part of a sentence. */
    String remedy() {
        return remedy;
    }

    void addTo(SessionOptions options) throws OrtException {
        switch (this) {
            case CUDA -> options.addCUDA(0);
            case COREML -> options.addCoreML(Map.of());
            case DIRECTML -> {
                // DirectML allows neither memory patterns nor parallel execution.
                options.setMemoryPatternOptimization(false);
                options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
                options.addDirectML(0);
            }
        }
    }
}
