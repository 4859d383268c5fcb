package org.posewright.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LowPriorityTest {

    @Test
    void linuxLeavesTheTerminalAndIsNice() {
        LowPriority linux = LowPriority.of("Linux", path -> true);
        assertThat(linux.prefix()).containsExactly("/usr/bin/setsid", "/usr/bin/nice", "-n", "10");
        assertThat(linux.adjustment(7)).isEmpty();
    }

    @Test
    void macHasNoSetsid() {
        LowPriority mac = LowPriority.of("Mac OS X", path -> !path.equals(Path.of("/usr/bin/setsid")));
        assertThat(mac.prefix()).containsExactly("/usr/bin/nohup", "/usr/bin/nice", "-n", "10");
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
