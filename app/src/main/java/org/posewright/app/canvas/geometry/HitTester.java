package org.posewright.app.canvas.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton;

/**
 * Finds what is under the pointer: keypoint, box handle, limb, box edge, box body, in this order; the selected person first,
 * then the nearer. Tolerances are screen lengths.
 */
public final class HitTester {

    private static final double KEYPOINT_TOLERANCE = 9;
    private static final double HANDLE_TOLERANCE = 7;
    private static final double LIMB_TOLERANCE = 5;
    private static final double EDGE_TOLERANCE = 4;

    private static final Comparator<Candidate> ORDER = Comparator.<Candidate>comparingInt(c -> c.kind.ordinal())
            .thenComparing(c -> !c.selected)
            .thenComparingDouble(Candidate::distance);

    /**
     * What can be hit.
     *
     * @param selected the person whose box has handles
     * @param boxes whether the boxes of all people are on the screen
     */
    public record Subject(List<PersonInstance> people, Skeleton skeleton, @Nullable Long selected, boolean boxes) {

        public Subject {
            people = List.copyOf(people);
        }
    }

    /** Everything under a view point, best first. */
    public List<HitTarget> hits(Subject subject, ViewTransform transform, double viewX, double viewY) {
        List<Candidate> found = new ArrayList<>();
        Probe probe = new Probe(transform, transform.imageX(viewX), transform.imageY(viewY), found);
        for (PersonInstance person : subject.people) {
            boolean selected = subject.selected != null && subject.selected == person.id();
            probe.keypoints(person, selected);
            probe.limbs(person, subject.skeleton, selected);
            probe.box(person, selected, subject.boxes || selected);
        }
        found.sort(ORDER);
        return found.stream().map(Candidate::target).toList();
    }

    /** The best target. */
    public Optional<HitTarget> hit(Subject subject, ViewTransform transform, double viewX, double viewY) {
        return hits(subject, transform, viewX, viewY).stream().findFirst();
    }

    /**
     * The target after {@code previous} among those that compete with the best one, so that repeated clicks on one spot go
     * through points that lie on each other; the best one when {@code previous} is not among them.
     */
    public static Optional<HitTarget> cycle(List<HitTarget> hits, @Nullable HitTarget previous) {
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        Class<?> kind = hits.get(0).getClass();
        List<HitTarget> rivals = hits.stream().filter(kind::isInstance).toList();
        int at = previous == null ? -1 : rivals.indexOf(previous);
        return Optional.of(rivals.get((at + 1) % rivals.size()));
    }

    /** Distance of a point from a segment. */
    static double distanceToSegment(double x, double y, double fromX, double fromY, double toX, double toY) {
        double dx = toX - fromX;
        double dy = toY - fromY;
        double lengthSquared = dx * dx + dy * dy;
        double along = lengthSquared == 0 ? 0 : ((x - fromX) * dx + (y - fromY) * dy) / lengthSquared;
        double t = Math.max(0, Math.min(1, along));
        return Math.hypot(x - fromX - t * dx, y - fromY - t * dy);
    }

    private enum Kind {
        KEYPOINT,
        HANDLE,
        LIMB,
        EDGE,
        BODY
    }

    private record Candidate(Kind kind, boolean selected, double distance, HitTarget target) {}

    private record Probe(ViewTransform transform, double imageX, double imageY, List<Candidate> found) {

        void keypoints(PersonInstance person, boolean selected) {
            Keypoints points = person.keypoints();
            double reach = transform.imageLength(KEYPOINT_TOLERANCE);
            for (int i = 0; i < points.size(); i++) {
                double distance = Math.hypot(points.x(i) - imageX, points.y(i) - imageY);
                if (points.isLabeled(i) && distance <= reach) {
                    add(Kind.KEYPOINT, selected, distance, new HitTarget.OnKeypoint(person.id(), i));
                }
            }
        }

        void limbs(PersonInstance person, Skeleton skeleton, boolean selected) {
            Keypoints points = person.keypoints();
            double reach = transform.imageLength(LIMB_TOLERANCE);
            List<Skeleton.Limb> limbs = skeleton.limbs();
            for (int i = 0; i < limbs.size(); i++) {
                int from = limbs.get(i).from();
                int to = limbs.get(i).to();
                if (points.isLabeled(from) && points.isLabeled(to)) {
                    double distance = distanceToSegment(
                            imageX, imageY, points.x(from), points.y(from), points.x(to), points.y(to));
                    if (distance <= reach) {
                        add(Kind.LIMB, selected, distance, new HitTarget.OnLimb(person.id(), i));
                    }
                }
            }
        }

        void box(PersonInstance person, boolean selected, boolean outlined) {
            Box box = person.box();
            if (selected) {
                double reach = transform.imageLength(HANDLE_TOLERANCE);
                for (BoxHandle handle : BoxHandle.values()) {
                    double distance = Math.max(Math.abs(handle.x(box) - imageX), Math.abs(handle.y(box) - imageY));
                    if (distance <= reach) {
                        add(Kind.HANDLE, true, distance, new HitTarget.OnHandle(person.id(), handle));
                    }
                }
            }
            double edge = transform.imageLength(EDGE_TOLERANCE);
            if (box.grown(edge).contains(imageX, imageY)) {
                boolean inside = box.width() > 2 * edge
                        && box.height() > 2 * edge
                        && box.grown(-edge).contains(imageX, imageY);
                if (inside || !outlined) {
                    add(Kind.BODY, selected, box.area(), new HitTarget.OnBox(person.id()));
                } else {
                    add(Kind.EDGE, selected, box.area(), new HitTarget.OnBoxEdge(person.id()));
                }
            }
        }

        private void add(Kind kind, boolean selected, double distance, HitTarget target) {
            found.add(new Candidate(kind, selected, distance, target));
        }
    }
}
