package org.posewright.annotations.yolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.posewright.annotations.yolo.LabelFixtures.TWO_BARE_POINTS;
import static org.posewright.annotations.yolo.LabelFixtures.TWO_POINTS;
import static org.posewright.annotations.yolo.LabelFixtures.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.model.Visibility;
import org.posewright.annotations.yolo.YoloLabels.TrainerVerdict;

class YoloLabelReaderTest {

    private static final String GOOD = "0 0.5 0.5 0.25 0.5 0.5 0.25 2 0 0 0";

    @Test
    void turnsFractionsIntoPixels() {
        PersonInstance person = read(TWO_POINTS, GOOD + "\n").people().get(0);
        assertThat(person.id()).isEqualTo(1);
        assertThat(person.box().x()).isEqualTo(240);
        assertThat(person.box().y()).isEqualTo(106.75);
        assertThat(person.box().width()).isEqualTo(160);
        assertThat(person.keypoints().x(0)).isEqualTo(320);
        assertThat(person.keypoints().y(0)).isEqualTo(106.75);
        assertThat(person.keypoints().visibility(0)).isEqualTo(Visibility.VISIBLE);
        assertThat(person.keypoints().isLabeled(1)).isFalse();
        assertThat(person.declaredKeypoints()).isEmpty();
    }

    @Test
    void readsEveryFloatSyntaxAndAnyBlanks() {
        PersonInstance person = read(TWO_POINTS, "\t0  5e-1 .5 2.5E-01 +0.5 6.1e-05 1. 1 0 0 0 \r\n")
                .people()
                .get(0);
        assertThat(person.keypoints().x(0)).isCloseTo(6.1e-05 * 640, within(1e-12));
        assertThat(person.keypoints().y(0)).isEqualTo(427);
        assertThat(person.keypoints().visibility(0)).isEqualTo(Visibility.OCCLUDED);
    }

    @Test
    void bareCoordinatesAreLabeledUnlessNegative() {
        PersonInstance person = read(TWO_BARE_POINTS, "0 0.5 0.5 0.2 0.2 0 0 -0.005 0.5")
                .people()
                .get(0);
        assertThat(person.keypoints().isLabeled(0)).isTrue();
        assertThat(person.keypoints().isLabeled(1)).isFalse();
    }

    @Test
    void aRowOf55ColumnsIsToldWithItsLineAndTheOthersAreRead() {
        String row = "0 0.5 0.5 0.25 0.5" + " 0.5 0.25 2".repeat(17);
        String cut = row.substring(0, row.length() - 2);
        YoloLabels labels = read(Skeletons.COCO_PERSON, row + "\n" + cut + "\n" + row.replace("0.25 0.5", "0.3 0.5"));
        assertThat(labels.people()).extracting(PersonInstance::id).containsExactly(1L, 3L);
        assertThat(labels.trainerVerdict()).isEqualTo(TrainerVerdict.DROPPED);
        assertThat(labels.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("yolo.column-count");
            assertThat(finding.line()).hasValue(2);
            assertThat(finding.message())
                    .contains("55 columns")
                    .contains("= 56")
                    .contains("whole picture");
            assertThat(finding.remedy()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "0 0.5 0.5 0.25 0.5 abc 0.25 2 0 0 0, yolo.not-a-number, 0, DROPPED",
        "0 0.5 0.5 0.25 0.5 nan 0.25 2 0 0 0, yolo.not-a-number, 0, DROPPED",
        "0 0.5 0.5 0.25 0.5 1d 0.25 2 0 0 0, yolo.not-a-number, 0, DROPPED",
        "0 0.5 0.5 0.25 0.5 1e999 0.25 2 0 0 0, yolo.not-a-number, 0, DROPPED",
        "0 0.5 0.5 0.25 0.5 1.005 0.25 2 0 0 0, yolo.coordinate-range, 1, DROPPED_BY_8_3",
        "0 0.5 0.5 0.25 0.5 1.02 0.25 2 0 0 0, yolo.coordinate-range, 1, DROPPED",
        "0 0.5 0.5 0.25 0.5 -0.005 0.25 2 0 0 0, yolo.negative, 1, DROPPED_BY_8_3",
        "0 0.5 0.5 -0.25 0.5 0.5 0.25 2 0 0 0, yolo.negative, 1, DROPPED",
        "1 0.5 0.5 0.25 0.5 0.5 0.25 2 0 0 0, yolo.class, 1, DROPPED",
        "0 0.5 0.5 0.25 0.5 0.5 0.25 3 0 0 0, yolo.visibility, 1, USED",
        "0 1.5 0.5 0.25 0.5 0.5 0.25 2 0 0 0, , 1, USED",
    })
    void saysWhatTheTrainerWouldSay(String row, String code, int people, TrainerVerdict verdict) {
        YoloLabels labels = read(TWO_POINTS, row);
        assertThat(labels.people()).hasSize(people);
        assertThat(labels.trainerVerdict()).isEqualTo(verdict);
        assertThat(labels.findings().stream().map(Finding::code).findFirst().orElse(null))
                .isEqualTo(code);
    }

    @Test
    void duplicatesAndBlankRowsAreTold() {
        YoloLabels labels = read(TWO_POINTS, GOOD + "\n   \n" + GOOD.replace("0.5", "0.50") + "\n\n");
        assertThat(labels.people()).hasSize(2);
        assertThat(labels.findings()).extracting(Finding::code).containsExactly("yolo.blank-row", "yolo.duplicate-row");
        assertThat(labels.findings().get(1).line()).hasValue(3);
    }

    @Test
    void anEmptyFileIsABackground() {
        YoloLabels labels = read(TWO_POINTS, "");
        assertThat(labels.people()).isEmpty();
        assertThat(labels.findings()).isEmpty();
    }

    @Test
    void aByteOrderMarkIsNamed() {
        YoloLabels labels = read(TWO_POINTS, "\u00ef\u00bb\u00bf" + GOOD);
        assertThat(labels.findings().get(0).message()).contains("byte order mark");
    }
}
