package org.posewright.app.viewmodel.finetune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.posewright.app.text.Messages;
import org.posewright.app.training.RunPhase;
import org.posewright.app.training.RunState;

class RunWatchTest {

    private final Messages messages = new Messages(Locale.ENGLISH);

    @Test
    void theStatusBarSaysHowFarItIs() {
        assertThat(RunWatch.words(state(RunPhase.RUNNING), messages))
                .isEqualTo("epoch 62 of 1000 · 11.8 img/s · 1:52 left");
        assertThat(RunWatch.words(state(RunPhase.PAUSED), messages)).isEqualTo("epoch 62 of 1000 · paused");
        assertThat(RunWatch.words(RunState.UNKNOWN, messages)).isEqualTo("starting");
    }

    private static RunState state(RunPhase phase) {
        return new RunState(
                phase,
                null,
                new RunState.Position(62, 1000, 3, 4, 11.8, 112, 1_000_000_000),
                List.of(),
                List.of(),
                null,
                List.of(),
                "");
    }
}
