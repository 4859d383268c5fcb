package org.posewright.annotations.yolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.posewright.annotations.yolo.LabelFixtures.FRAME;
import static org.posewright.annotations.yolo.LabelFixtures.TWO_BARE_POINTS;
import static org.posewright.annotations.yolo.LabelFixtures.TWO_POINTS;
import static org.posewright.annotations.yolo.LabelFixtures.bytes;
import static org.posewright.annotations.yolo.LabelFixtures.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Visibility;

class YoloLabelRewriterTest {

    private static final String FIRST = "0 0.500000  0.5 0.25 5e-1\t6.1e-05 0.25 2 0.1 0.1 0";
    private static final String SECOND = "0 0.4 0.4 0.2 0.2 0.41 0.42 1 0.43 0.44 2";

    private static RewrittenLabels rewrite(Skeleton skeleton, String text, List<PersonInstance> people) {
        return new YoloLabelRewriter(skeleton)
                .rewrite(bytes(text), read(skeleton, text).rows(), FRAME, people);
    }

    private static String text(RewrittenLabels labels) {
        return new String(labels.content(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void withoutEditsNoByteChanges() {
        String text = "\r\n" + FIRST + "\r\nrubbish \u00e4\n" + SECOND + "  ";
        assertThat(text(rewrite(TWO_POINTS, text, read(TWO_POINTS, text).people())))
                .isEqualTo(text);
    }

    @Test
    void onlyTheMovedCoordinateChanges() {
        String text = FIRST + "\n" + SECOND + "\n";
        List<PersonInstance> people = new ArrayList<>(read(TWO_POINTS, text).people());
        Keypoint point = people.get(0).keypoints().get(0);
        people.set(0, people.get(0).withKeypoint(0, point.movedTo(point.x(), 100.125)));
        String rewritten = text(rewrite(TWO_POINTS, text, people));
        assertThat(rewritten)
                .matches("(?s)0 0\\.500000  0\\.5 0\\.25 5e-1\t6\\.1e-05 0\\.2344\\d+ 2 0\\.1 0\\.1 0\n.*");
        assertThat(rewritten).endsWith(SECOND + "\n");
        assertThat(read(TWO_POINTS, rewritten).people().get(0).keypoints().y(0)).isCloseTo(100.125, within(1e-4));
    }

    @Test
    void flagsClassAndBoxChangeAlone() {
        String text = SECOND;
        PersonInstance person = read(TWO_POINTS, text).people().get(0);
        PersonInstance flagged =
                person.withKeypoint(0, person.keypoints().get(0).withVisibility(Visibility.VISIBLE));
        assertThat(text(rewrite(TWO_POINTS, text, List.of(flagged))))
                .isEqualTo("0 0.4 0.4 0.2 0.2 0.41 0.42 2 0.43 0.44 2");
        Box box = person.box();
        PersonInstance grown = person.withBox(new Box(box.x() - 32, box.y(), box.width() + 64, box.height()));
        assertThat(text(rewrite(TWO_POINTS, text, List.of(grown))))
                .isEqualTo("0 0.4 0.4 0.300000 0.2 0.41 0.42 1 0.43 0.44 2");
    }

    @Test
    void aPointWithoutLabelIsThreeZerosAndComesBackAfterASave() {
        PersonInstance person = read(TWO_POINTS, SECOND).people().get(0);
        PersonInstance without =
                person.withKeypoint(0, person.keypoints().get(0).withVisibility(Visibility.UNLABELED));
        RewrittenLabels saved = rewrite(TWO_POINTS, SECOND, List.of(without));
        assertThat(text(saved)).isEqualTo("0 0.4 0.4 0.2 0.2 0 0 0 0.43 0.44 2");
        RewrittenLabels undone =
                new YoloLabelRewriter(TWO_POINTS).rewrite(saved.content(), saved.rows(), FRAME, List.of(person));
        assertThat(text(undone)).isEqualTo("0 0.4 0.4 0.2 0.2 0.410000 0.420000 1 0.43 0.44 2");
    }

    @Test
    void deletesAndAppendsAndTellsTheNewOrder() {
        String text = FIRST + "\r\nbad row\r\n" + SECOND;
        List<PersonInstance> people = read(TWO_POINTS, text).people();
        PersonInstance added = PersonInstance.added(
                9,
                0,
                new Box(64, 42.7, 128, 85.4),
                Keypoints.of(List.of(
                        new Keypoint(
                                320, 213.5, Visibility.OCCLUDED, org.posewright.annotations.model.Provenance.HUMAN),
                        Keypoint.UNLABELED)));
        RewrittenLabels labels = rewrite(TWO_POINTS, text, List.of(people.get(1), added));
        assertThat(text(labels))
                .isEqualTo(
                        "bad row\r\n" + SECOND + "\r\n0 0.200000 0.200000 0.200000 0.200000 0.500000 0.500000 1 0 0 0");
        assertThat(labels.rows().line(3)).hasValue(2);
        assertThat(labels.rows().line(9)).hasValue(3);
        assertThat(labels.rows().line(1)).isEqualTo(OptionalLong.empty());
    }

    @Test
    void aNewFileEndsWithALineEnd() {
        PersonInstance added = PersonInstance.added(1, 0, new Box(0, 0, 64, 42.7), Keypoints.unlabeled(2));
        RewrittenLabels labels =
                new YoloLabelRewriter(TWO_POINTS).rewrite(new byte[0], RowOrder.EMPTY, FRAME, List.of(added));
        assertThat(text(labels)).isEqualTo("0 0.050000 0.050000 0.100000 0.100000 0 0 0 0 0 0\n");
    }

    @Test
    void deletingTheLastRowKeepsTheOpenEnd() {
        String text = FIRST + "\n" + SECOND;
        List<PersonInstance> people = read(TWO_POINTS, text).people();
        assertThat(text(rewrite(TWO_POINTS, text, people.subList(0, 1)))).isEqualTo(FIRST);
        assertThat(text(rewrite(TWO_POINTS, text, List.of()))).isEmpty();
    }

    @Test
    void bareCoordinatesHaveTheirOwnWayToSayUnlabeled() {
        String text = "0 0.5 0.5 0.2 0.2 0.4 0.4 0.6 0.6\n";
        PersonInstance person = read(TWO_BARE_POINTS, text).people().get(0);
        PersonInstance edited = person.withKeypoint(0, person.keypoints().get(0).withVisibility(Visibility.UNLABELED))
                .withKeypoint(1, person.keypoints().get(1).movedTo(-3, 42.7));
        RewrittenLabels labels = rewrite(TWO_BARE_POINTS, text, List.of(edited));
        assertThat(text(labels)).isEqualTo("0 0.5 0.5 0.2 0.2 -0.005 -0.005 0.000000 0.100000\n");
        assertThat(labels.remarks()).singleElement().asString().contains("keypoint 2");
        assertThat(read(TWO_BARE_POINTS, text(labels))
                        .people()
                        .get(0)
                        .keypoints()
                        .isLabeled(0))
                .isFalse();
    }
}
