package org.posewright.annotations.evaluation.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.model.ImageKey;

class CorrectionBookTest {

    private static final ImageKey IMAGE = new ImageKey("a\tb.jpg");

    private static JointCorrection nose(double from, double to) {
        return new JointCorrection(IMAGE, 0, from, 7, to, 7, 100);
    }

    @Test
    void survivesItsTextForm() {
        CorrectionBook book = CorrectionBook.EMPTY.with(Map.of(IMAGE, List.of(nose(1.0 / 3, 2), nose(50, 60))));
        assertThat(CorrectionBook.ofLines(book.toLines())).isEqualTo(book);
        assertThat(book.with(Map.of(IMAGE, List.of()))).isEqualTo(CorrectionBook.EMPTY);
    }

    @Test
    void brokenLinesAreNamed() {
        for (String line :
                List.of("", "0\t1\t2\t3\t4\t5", "0\t1\t2\t3\t4\t5\t", "x\t1\t2\t3\t4\t5\ta", "0\t1\t2\t3\t4\t0\ta")) {
            assertThatThrownBy(() -> CorrectionBook.ofLines(List.of("0\t1\t2\t3\t4\t5\ta.jpg", line)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("line 2");
        }
    }

    @Test
    void laterCorrectionsContinueEarlierOnes() {
        assertThat(JointCorrection.joined(List.of(nose(10, 20)), List.of(nose(20.0004, 30))))
                .containsExactly(nose(10, 30));
        assertThat(JointCorrection.joined(List.of(nose(10, 20)), List.of(nose(20, 10.0004))))
                .isEmpty();
        // Another person's nose.
        assertThat(JointCorrection.joined(List.of(nose(10, 20)), List.of(nose(40, 30))))
                .containsExactly(nose(10, 20), nose(40, 30));
        // Two people of one session who change places.
        assertThat(JointCorrection.joined(List.of(), List.of(nose(10, 20), nose(20, 10))))
                .containsExactly(nose(10, 20), nose(20, 10));
    }
}
