package org.posewright.training.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {

    @Test
    void neighbouringTicksHaveDifferentLabels() {
        for (double[] range : new double[][] {{1.1755, 1.1772}, {0, 100}, {0.49, 0.497}, {-0.002, 0.003}, {5, 5}}) {
            Axis axis = Axis.covering(range[0], range[1], 5);
            List<String> labels = axis.ticks().stream().map(axis::label).toList();
            assertThat(labels).doesNotHaveDuplicates();
        }
        assertThat(Axis.unit().ticks().stream().map(Axis.unit()::label))
                .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
    }

    @Test
    void epochsAreWhole() {
        Axis axis = Axis.covering(1, 3, 6).whole();
        assertThat(axis.ticks().stream().map(axis::label)).containsExactly("1", "2", "3");
        assertThat(Axis.covering(1, 1, 6).whole().ticks()).containsExactly(0.0, 1.0, 2.0);
    }
}
