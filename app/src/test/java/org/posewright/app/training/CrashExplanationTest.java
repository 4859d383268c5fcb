package org.posewright.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CrashExplanationTest {

    private static final String FATAL =
            """
            {"event":"batch","epoch":1}
            #
            # A fatal error has been detected by the Java Runtime Environment:
            #
            #  SIGSEGV (0xb) at pc=0x00007f1c, pid=4711, tid=4712
            #
            # Problematic frame:
            # C  [libtorch_cpu.so+0x24a1e]  at::native::add+0x1e
            #
            """;

    @Test
    void aNativeCrashIsNamedByItsFrame() {
        CrashExplanation why = CrashExplanation.of("", FATAL, RunState.UNKNOWN);
        assertThat(why.cause()).isEqualTo("native");
        assertThat(why.detail()).isEqualTo("C  [libtorch_cpu.so+0x24a1e]  at::native::add+0x1e");
    }

    @Test
    void theCrashOfAnEarlierProcessIsNotToldAgain() {
        CrashExplanation why = CrashExplanation.of("", FATAL + "{\"event\":\"started\"}\n", RunState.UNKNOWN);
        assertThat(why.cause()).isEqualTo("silent");
    }

    @Test
    void memoryComesBeforeWhatElseTheProcessSaid() {
        assertThat(CrashExplanation.of("", "# There is insufficient memory for the Java Runtime", RunState.UNKNOWN)
                        .cause())
                .isEqualTo("memory");
        String torch = "java.lang.RuntimeException: DefaultCPUAllocator: can't allocate memory: 4096 bytes";
        assertThat(CrashExplanation.of(torch, "", RunState.UNKNOWN).cause()).isEqualTo("memory");
    }

    @Test
    void aFullDiskIsNamed() {
        CrashExplanation why =
                CrashExplanation.of("posewright: weights/last.pt: No space left on device", "", RunState.UNKNOWN);
        assertThat(why.cause()).isEqualTo("disk");
        assertThat(Optional.of(why.detail())).contains("weights/last.pt: No space left on device");
    }
}
