package org.posewright.training.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Whether the processor has bfloat16 arithmetic (AVX512-BF16 or AMX); where that cannot be found out, the answer is no. */
final class Bfloat16Support {
    private static final Path LINUX_PROCESSOR = Path.of("/proc/cpuinfo");

    private Bfloat16Support() {}

    static boolean detect() {
        if (!Files.isReadable(LINUX_PROCESSOR)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(LINUX_PROCESSOR)) {
            return lines.anyMatch(Bfloat16Support::namesBfloat16);
        } catch (IOException e) {
            return false;
        }
    }

    static boolean namesBfloat16(String line) {
        return line.startsWith("flags") && (line.contains(" avx512_bf16") || line.contains(" amx_bf16"));
    }
}
