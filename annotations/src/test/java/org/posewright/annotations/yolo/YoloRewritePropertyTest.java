package org.posewright.annotations.yolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.model.Visibility;

/** Random files under random edits: nothing but what was edited changes, and what was edited reads back. */
class YoloRewritePropertyTest {

    private static final String[] BLANKS = {" ", "  ", "\t"};
    private static final String[] ENDS = {"\n", "\r\n"};

    @Property(tries = 300)
    void editsReadBackAndNothingElseChanges(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int points, @ForAll boolean flags) {
        Random random = new Random(seed);
        ImageSize frame = new ImageSize(10 + random.nextInt(8000), 10 + random.nextInt(8000));
        var skeleton = Skeletons.numbered(points, flags ? 3 : 2);
        byte[] original = file(random, points, flags).getBytes(StandardCharsets.ISO_8859_1);
        YoloLabelReader reader = new YoloLabelReader(skeleton, 3);
        YoloLabelRewriter rewriter = new YoloLabelRewriter(skeleton);
        YoloLabels labels = reader.read(original, LabelFixtures.PLACE, frame);

        assertThat(rewriter.rewrite(original, labels.rows(), frame, labels.people())
                        .content())
                .isEqualTo(original);

        List<PersonInstance> edited = edit(random, labels.people(), frame, points);
        RewrittenLabels rewritten = rewriter.rewrite(original, labels.rows(), frame, edited);
        YoloLabels again = reader.read(rewritten.content(), LabelFixtures.PLACE, frame);
        assertThat(again.people()).hasSameSizeAs(edited);
        for (PersonInstance person : edited) {
            long line = rewritten.rows().line(person.id()).orElseThrow();
            assertClose(
                    again.people().stream()
                            .filter(p -> p.id() == line)
                            .findFirst()
                            .orElseThrow(),
                    person);
        }
        assertThat(rewriter.rewrite(rewritten.content(), rewritten.rows(), frame, edited)
                        .content())
                .isEqualTo(rewritten.content());
        untouchedLinesStay(labels, edited, original, rewritten);
    }

    private static void untouchedLinesStay(
            YoloLabels labels, List<PersonInstance> edited, byte[] original, RewrittenLabels rewritten) {
        LabelText before = LabelText.of(original);
        LabelText after = LabelText.of(rewritten.content());
        for (PersonInstance person : labels.people()) {
            if (edited.contains(person)) {
                var from = before.lines().get((int) person.id() - 1);
                var to = after.lines()
                        .get((int) rewritten.rows().line(person.id()).orElseThrow() - 1);
                assertThat(after.text().substring(to.start(), to.end()))
                        .isEqualTo(before.text().substring(from.start(), from.end()));
            }
        }
    }

    private static void assertClose(PersonInstance read, PersonInstance meant) {
        assertThat(read.categoryIndex()).isEqualTo(meant.categoryIndex());
        assertThat(read.box().x()).isCloseTo(meant.box().x(), within(1e-4));
        assertThat(read.box().bottom()).isCloseTo(meant.box().bottom(), within(1e-4));
        for (int i = 0; i < meant.keypoints().size(); i++) {
            assertThat(read.keypoints().isLabeled(i))
                    .isEqualTo(meant.keypoints().isLabeled(i));
            if (meant.keypoints().isLabeled(i)) {
                assertThat(read.keypoints().x(i)).isCloseTo(meant.keypoints().x(i), within(1e-4));
                assertThat(read.keypoints().y(i)).isCloseTo(meant.keypoints().y(i), within(1e-4));
            }
        }
    }

    private static String file(Random random, int points, boolean flags) {
        StringBuilder text = new StringBuilder();
        int rows = random.nextInt(6);
        for (int row = 0; row < rows; row++) {
            text.append(random.nextInt(3));
            for (int i = 0; i < 4; i++) {
                text.append(blank(random)).append(number(random));
            }
            for (int i = 0; i < points; i++) {
                text.append(blank(random))
                        .append(number(random))
                        .append(blank(random))
                        .append(number(random));
                if (flags) {
                    text.append(blank(random)).append(random.nextInt(3));
                }
            }
            boolean last = row == rows - 1;
            text.append(last && random.nextBoolean() ? "" : ENDS[random.nextInt(2)]);
            if (!last && random.nextInt(5) == 0) {
                text.append("# not a row\n");
            }
        }
        return text.toString();
    }

    private static String blank(Random random) {
        return BLANKS[random.nextInt(BLANKS.length)];
    }

    private static String number(Random random) {
        double value = random.nextDouble();
        return switch (random.nextInt(4)) {
            case 0 -> String.format(java.util.Locale.ROOT, "%.6f", value);
            case 1 -> String.format(java.util.Locale.ROOT, "%.3e", value);
            case 2 -> Double.toString(value);
            default -> random.nextBoolean() ? "1" : "0.0";
        };
    }

    private static List<PersonInstance> edit(Random random, List<PersonInstance> people, ImageSize frame, int points) {
        List<PersonInstance> edited = new ArrayList<>();
        for (PersonInstance person : people) {
            switch (random.nextInt(5)) {
                case 0 -> edited.add(person);
                case 1 ->
                    edited.add(
                            person.withBox(person.box().translated(random.nextDouble() * 9, random.nextInt(2) * 3.7)));
                case 2 -> edited.add(person.withKeypoint(random.nextInt(points), point(random, frame)));
                case 3 ->
                    edited.add(person.withKeypoint(0, person.keypoints().get(0).withVisibility(Visibility.UNLABELED)));
                default -> assertThat(person.id()).isPositive();
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            List<Keypoint> all = new ArrayList<>();
            for (int k = 0; k < points; k++) {
                all.add(point(random, frame));
            }
            Box box = new Box(random.nextDouble(), random.nextDouble(), frame.width() / 3.0, frame.height() / 7.0);
            edited.add(PersonInstance.added(1000 + i, random.nextInt(3), box, Keypoints.of(all)));
        }
        return edited;
    }

    private static Keypoint point(Random random, ImageSize frame) {
        return new Keypoint(
                random.nextDouble() * frame.width(),
                random.nextDouble() * frame.height(),
                random.nextBoolean() ? Visibility.VISIBLE : Visibility.OCCLUDED,
                Provenance.HUMAN);
    }
}
