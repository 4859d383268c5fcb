package org.posewright.app.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Visibility;

class HitTesterTest {

    private static final Skeleton STICK = new Skeleton(
            "stick",
            List.of("top", "bottom"),
            List.of(new Skeleton.Limb(0, 1)),
            List.of(),
            List.of(0.1, 0.1),
            "test",
            3);

    private final HitTester tester = new HitTester();

    @Test
    void keypointComesBeforeLimbAndBox() {
        assertThat(hit(null, 100, 100, person(1, 100, 100, 100, 200))).isEqualTo(new HitTarget.OnKeypoint(1, 0));
    }

    @Test
    void limbIsHitBetweenItsEnds() {
        assertThat(hit(null, 103, 150, person(1, 100, 100, 100, 200))).isEqualTo(new HitTarget.OnLimb(1, 0));
    }

    @Test
    void toleranceIsAScreenLength() {
        PersonInstance person = person(1, 100, 100, 100, 200);
        HitTester.Subject subject = new HitTester.Subject(List.of(person), STICK, null, false);
        ViewTransform far = new ViewTransform(0.1, 0, 0);
        ViewTransform near = new ViewTransform(10, 0, 0);
        assertThat(tester.hit(subject, far, far.viewX(150), far.viewY(100))).contains(new HitTarget.OnKeypoint(1, 0));
        assertThat(tester.hits(subject, near, near.viewX(102), near.viewY(98)))
                .doesNotContain(new HitTarget.OnKeypoint(1, 0));
    }

    @Test
    void selectedPersonWinsWhereTwoLieOnEachOther() {
        PersonInstance below = person(1, 100, 100, 100, 200);
        PersonInstance above = person(2, 101, 100, 101, 200);
        assertThat(hit(2L, 100, 100, below, above)).isEqualTo(new HitTarget.OnKeypoint(2, 0));
        assertThat(hit(null, 100, 100, below, above)).isEqualTo(new HitTarget.OnKeypoint(1, 0));
    }

    @Test
    void repeatedClicksGoThroughOverlappingPoints() {
        HitTester.Subject subject = new HitTester.Subject(
                List.of(person(1, 100, 100, 100, 200), person(2, 101, 100, 101, 200)), STICK, null, false);
        List<HitTarget> hits = tester.hits(subject, ViewTransform.IDENTITY, 100, 100);
        HitTarget first = HitTester.cycle(hits, null).orElseThrow();
        HitTarget second = HitTester.cycle(hits, first).orElseThrow();
        HitTarget again = HitTester.cycle(hits, second).orElseThrow();
        assertThat(List.of(first, second, again))
                .containsExactly(
                        new HitTarget.OnKeypoint(1, 0), new HitTarget.OnKeypoint(2, 0), new HitTarget.OnKeypoint(1, 0));
    }

    @Test
    void onlyTheSelectedPersonHasHandles() {
        PersonInstance person = person(1, 100, 100, 100, 200);
        assertThat(hit(1L, 80, 80, person)).isEqualTo(new HitTarget.OnHandle(1, BoxHandle.NORTH_WEST));
        assertThat(hit(null, 80, 80, person)).isEqualTo(new HitTarget.OnBox(1));
    }

    @Test
    void unlabelledPointsCannotBeHit() {
        PersonInstance person = person(1, 100, 100, 100, 200).withKeypoint(0, Keypoint.UNLABELED);
        HitTester.Subject subject = new HitTester.Subject(List.of(person), STICK, null, false);
        assertThat(tester.hits(subject, ViewTransform.IDENTITY, 0, 0)).isEmpty();
        assertThat(tester.hit(subject, ViewTransform.IDENTITY, 100, 150)).contains(new HitTarget.OnBox(1));
    }

    private HitTarget hit(@Nullable Long selected, double x, double y, PersonInstance... people) {
        HitTester.Subject subject = new HitTester.Subject(List.of(people), STICK, selected, false);
        return tester.hit(subject, ViewTransform.IDENTITY, x, y).orElseThrow();
    }

    private static PersonInstance person(long id, double x1, double y1, double x2, double y2) {
        Keypoints points = Keypoints.of(List.of(
                new Keypoint(x1, y1, Visibility.VISIBLE, Provenance.FILE),
                new Keypoint(x2, y2, Visibility.OCCLUDED, Provenance.FILE)));
        return PersonInstance.added(id, 0, Box.ofCorners(80, 80, 130, 220), points);
    }
}
