package org.posewright.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.runtime.TinyOnnx;

class ProviderProfileTest {

    @TempDir
    private Path folder;

    @Test
    void aRealProfileTellsWhoRanTheNodes() throws Exception {
        Path model = new TinyOnnx(
                        new long[] {1, 3, 64, 64},
                        new long[] {1, 11, 1},
                        new long[] {1, 11, 1},
                        new float[11],
                        false,
                        Map.of())
                .write(folder.resolve("tiny.onnx"));
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.enableProfiling(folder.resolve("run").toString());
            try (OrtSession session = environment.createSession(model.toString(), options)) {
                WarmUp.run(environment, session);
                ProviderProfile profile = ProviderProfile.read(Path.of(session.endProfiling()));
                assertThat(profile.nodesOf("CPU")).isEqualTo(profile.total()).isBetween(1, 3);
                assertThat(profile.nodesOf("CUDA")).isZero();
            }
        }
    }

    @Test
    void nodesOfSeveralProvidersAreCountedOnce() {
        String event = "{\"cat\" : \"Node\",\"dur\" :5,\"name\" :\"%s_kernel_time\",\"args\" : {\"op_name\" : \"Conv\","
                + "\"provider\" : \"%sExecutionProvider\",\"node_index\" : \"1\"}},\n";
        String json = "[" + event.formatted("conv_1", "CUDA") + event.formatted("conv_1", "CUDA")
                + event.formatted("conv_2", "CUDA") + event.formatted("resize", "CPU") + "]";
        ProviderProfile profile = ProviderProfile.parse(json);
        assertThat(profile.nodesByProvider()).isEqualTo(Map.of("CUDA", 2, "CPU", 1));
    }
}
