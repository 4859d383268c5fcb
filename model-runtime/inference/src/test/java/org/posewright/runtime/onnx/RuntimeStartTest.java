package org.posewright.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.posewright.runtime.PoseModelException;

class RuntimeStartTest {

    @Test
    void aCommandLineThatWouldCrashIsRefusedUnlessTelemetryIsOff() {
        assertThatThrownBy(() -> RuntimeStart.requireSafeCommandLine(null, 5000))
                .isInstanceOf(PoseModelException.class)
                .hasMessageContaining("5000")
                .hasMessageContaining("ORT_DISABLE_TELEMETRY");
        assertThatThrownBy(() -> RuntimeStart.requireSafeCommandLine("0", 5000)).isInstanceOf(PoseModelException.class);
        assertThatCode(() -> RuntimeStart.requireSafeCommandLine("1", 5000)).doesNotThrowAnyException();
        assertThatCode(() -> RuntimeStart.requireSafeCommandLine(null, 3000)).doesNotThrowAnyException();
    }
}
