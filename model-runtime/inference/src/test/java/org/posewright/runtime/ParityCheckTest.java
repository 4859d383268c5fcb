package org.posewright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;

class ParityCheckTest {

    @Test
    void differencesAreTakenBetweenTheSamePeopleWhateverTheirOrder() {
        PosePrediction anna = person(0, 0.9, 10);
        PosePrediction bert = person(500, 0.8, 510);
        PosePrediction annaElsewhere = person(0.25, 0.899, 10.5);
        ParityCheck.Difference same = ParityCheck.compare(List.of(anna, bert), List.of(bert, annaElsewhere));
        assertThat(same.people()).isEqualTo(2);
        assertThat(same.unmatched()).isZero();
        assertThat(same.boxPixels()).isCloseTo(0.25, within(1e-12));
        assertThat(same.keypointPixels()).isCloseTo(0.5, within(1e-12));
        assertThat(same.score()).isCloseTo(0.001, within(1e-12));
        assertThat(same.isNegligible()).isFalse();
        assertThat(ParityCheck.compare(List.of(anna), List.of(anna)).isNegligible())
                .isTrue();
    }

    @Test
    void peopleThatOnlyOneSideSeesAreCounted() {
        ParityCheck.Difference difference =
                ParityCheck.compare(List.of(person(0, 0.9, 10)), List.of(person(500, 0.9, 510), person(900, 0.9, 910)));
        assertThat(difference.people()).isZero();
        assertThat(difference.unmatched()).isEqualTo(3);
        assertThat(difference.isNegligible()).isFalse();
    }

    private static PosePrediction person(double left, double score, double pointX) {
        return new PosePrediction(new Box(left, 0, 100, 200), 0, score, List.of(new ScoredKeypoint(pointX, 20, 0.5)));
    }
}
