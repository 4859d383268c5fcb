package org.posewright.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerMemoryTest {

    @TempDir
    private Path folder;

    @Test
    void theTightestOfTheEnclosingGroupsCounts() throws IOException {
        Path membership = Files.writeString(folder.resolve("cgroup"), "0::/slice/run\n");
        group("cgroup2/slice/run", "memory.max", "max", "memory.current", "100");
        group("cgroup2/slice", "memory.max", "5000", "memory.current", "3000");
        Files.writeString(folder.resolve("cgroup2/slice/memory.stat"), "anon 2000\ninactive_file 400\n");
        assertThat(ContainerMemory.free(membership, folder.resolve("cgroup2"))).hasValue(2400);
    }

    @Test
    void theOlderVersionIsKnown() throws IOException {
        Path membership = Files.writeString(folder.resolve("cgroup"), "5:cpu,cpuacct:/a\n4:memory:/elsewhere\n");
        group("v1/memory", "memory.limit_in_bytes", "900", "memory.usage_in_bytes", "1000");
        assertThat(ContainerMemory.free(membership, folder.resolve("v1"))).hasValue(0);
    }

    @Test
    void withoutGroupsThereIsNoLimit() {
        assertThat(ContainerMemory.free(folder.resolve("none"), folder)).isEmpty();
    }

    private void group(String path, String limitFile, String limit, String usageFile, String usage) throws IOException {
        Path group = Files.createDirectories(folder.resolve(path));
        Files.writeString(group.resolve(limitFile), limit + "\n");
        Files.writeString(group.resolve(usageFile), usage + "\n");
    }
}
