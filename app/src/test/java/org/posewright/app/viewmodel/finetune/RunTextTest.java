package org.posewright.app.viewmodel.finetune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.posewright.app.text.Messages;
import org.posewright.app.training.RunPhase;
import org.posewright.app.training.RunState;

/** How runs end, in words. */
class RunTextTest {

    private final Messages german = new Messages(Locale.GERMAN);

    private static RunState state(RunPhase phase, String closing) {
        return new RunState(phase, null, null, List.of(), List.of(), null, List.of(), closing);
    }

    @Test
    void plainEndingsAreToldInTheWindowsLanguage() {
        assertThat(RunText.closing(state(RunPhase.CANCELLED, "cancelled"), german))
                .isEqualTo("abgebrochen");
        assertThat(RunText.closing(state(RunPhase.COMPLETED, "all epochs are done"), german))
                .isEqualTo("alle Epochen fertig");
    }

    @Test
    void reasonsAreTheTrainersWords() {
        assertThat(RunText.closing(state(RunPhase.FAILED, "no model"), german)).isEqualTo("no model");
        assertThat(RunText.closing(RunState.UNKNOWN, german)).isEmpty();
    }
}
