package org.posewright.app.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LowPriorityTest {

    @Test
    void linuxHasASessionOfItsOwnBehindTheOthers() {
        LowPriority linux = LowPriority.of("Linux", path -> true);
        assertThat(linux.prefix())
                .startsWith("/usr/bin/setsid", "/bin/sh", "-c")
                .endsWith("/usr/bin/nice", "-n", "10");
        assertThat(linux.prefix().get(3))
                .contains("autogroup")
                .contains("trap '' HUP INT")
                .endsWith("exec \"$@\"");
        assertThat(linux.adjustment(7)).isEmpty();
    }

    @Test
    void withoutASessionOfItsOwnTheSharedOneIsLeftAlone() {
        LowPriority mac = LowPriority.of("Mac OS X", path -> !path.equals(Path.of("/usr/bin/setsid")));
        assertThat(mac.prefix()).startsWith("/bin/sh", "-c").endsWith("/usr/bin/nice", "-n", "10");
        assertThat(mac.prefix().get(2)).doesNotContain("autogroup");
    }

    @Test
    void theNumberOfTheProcessStaysAndItIsNice() throws Exception {
        LowPriority here = LowPriority.ofThisSystem();
        assumeTrue(Files.isReadable(Path.of("/proc/self/stat")), "this system has no /proc to look into");
        List<String> words = new ArrayList<>(here.prefix());
        // $$ is the shell that replaced the words before it; field 19 of its stat is its niceness.
        words.addAll(List.of("/bin/sh", "-c", "echo $$; cut -d' ' -f19 /proc/$$/stat; cat /proc/$$/autogroup"));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(said.get(0)).isEqualTo(Long.toString(process.pid()));
        assertThat(Integer.parseInt(said.get(1))).isGreaterThanOrEqualTo(10);
        assertThat(String.join(" ", said))
                .satisfiesAnyOf(words1 -> assertThat(words1).contains("nice 10"), words1 -> assertThat(words1)
                        .doesNotContain("autogroup-"));
    }

    @Test
    void aSystemWithoutThemStillStarts() {
        assertThat(LowPriority.of("Linux", path -> false)).isEqualTo(new LowPriority(List.of(), false));
    }

    @Test
    void windowsIsAdjustedFromOutside() {
        LowPriority windows = LowPriority.of("Windows 11", path -> false);
        assertThat(windows.prefix()).isEmpty();
        assertThat(windows.adjustment(4711)).last().asString().contains("4711").contains("BelowNormal");
    }
}
