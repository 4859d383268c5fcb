package org.posewright.annotations.evaluation.suspect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.posewright.annotations.evaluation.Oks;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton;

/** Finds people labelled twice, and points that two people seem to have exchanged because the other's limbs fit them far better. */
final class PairOfPeopleDetector implements SuspectDetector {

    private static final double SAME_PERSON_OKS = 0.8;
    private static final double SAME_BOX_IOU = 0.9;
    private static final int LEAST_COMMON_POINTS = 3;
    private static final double SHORTER = 0.5;
    private static final double LEAST_GAIN = 0.2;

    private final Skeleton skeleton;
    private final Oks oks;

    PairOfPeopleDetector(Skeleton skeleton) {
        this.skeleton = skeleton;
        oks = Oks.of(skeleton);
    }

    @Override
    public void inspect(ImageRecord image, Consumer<LabelSuspect> sink) {
        List<PersonInstance> people =
                image.people().stream().filter(person -> !person.crowd()).toList();
        for (int a = 0; a < people.size(); a++) {
            for (int b = a + 1; b < people.size(); b++) {
                if (people.get(a).box().iou(people.get(b).box()) > 0) {
                    inspect(image, people.get(a), people.get(b), sink);
                }
            }
        }
    }

    private void inspect(ImageRecord image, PersonInstance a, PersonInstance b, Consumer<LabelSuspect> sink) {
        double likeness = likeness(a, b);
        if (likeness >= SAME_PERSON_OKS) {
            sink.accept(LabelSuspect.ofPerson(image.key(), SuspectKind.DUPLICATE_PERSON, b.id(), List.of(), likeness)
                    .withOther(a.id()));
            return;
        }
        List<Integer> exchanged = exchanged(a, b);
        if (!exchanged.isEmpty()) {
            sink.accept(LabelSuspect.ofPerson(image.key(), SuspectKind.PEOPLE_SWAPPED, a.id(), exchanged, 0.7)
                    .withOther(b.id()));
        }
    }

    /** OKS over the common points, or box IoU where there are too few and the boxes nearly coincide. */
    private double likeness(PersonInstance a, PersonInstance b) {
        double area = (a.box().area() + b.box().area()) / 2;
        double sum = 0;
        int common = 0;
        for (int k = 0; k < skeleton.size(); k++) {
            if (a.keypoints().isLabeled(k) && b.keypoints().isLabeled(k)) {
                double dx = a.keypoints().x(k) - b.keypoints().x(k);
                double dy = a.keypoints().y(k) - b.keypoints().y(k);
                sum += oks.similarityOfPoints(dx, dy, k, area);
                common++;
            }
        }
        if (common >= LEAST_COMMON_POINTS) {
            return sum / common;
        }
        double iou = a.box().iou(b.box());
        return iou >= SAME_BOX_IOU ? iou : 0;
    }

    private List<Integer> exchanged(PersonInstance a, PersonInstance b) {
        List<Integer> exchanged = new ArrayList<>();
        double side = Math.min(
                Math.max(a.box().width(), a.box().height()),
                Math.max(b.box().width(), b.box().height()));
        for (int k = 0; k < skeleton.size(); k++) {
            if (a.keypoints().isLabeled(k) && b.keypoints().isLabeled(k)) {
                double asLabeled = limbs(a.keypoints(), k, a.keypoints()) + limbs(b.keypoints(), k, b.keypoints());
                double crossed = limbs(a.keypoints(), k, b.keypoints()) + limbs(b.keypoints(), k, a.keypoints());
                boolean bodies = limbCount(a.keypoints(), k) > 0 && limbCount(b.keypoints(), k) > 0;
                if (bodies && crossed < SHORTER * asLabeled && asLabeled - crossed > LEAST_GAIN * side) {
                    exchanged.add(k);
                }
            }
        }
        return exchanged;
    }

    /** Length of a body's limbs at a joint when the joint lies where another body has it. */
    private double limbs(Keypoints body, int k, Keypoints joint) {
        double sum = 0;
        for (Skeleton.Limb limb : skeleton.limbs()) {
            int other = limb.from() == k ? limb.to() : limb.to() == k ? limb.from() : -1;
            if (other >= 0 && body.isLabeled(other)) {
                sum += Math.hypot(joint.x(k) - body.x(other), joint.y(k) - body.y(other));
            }
        }
        return sum;
    }

    private long limbCount(Keypoints body, int k) {
        return skeleton.limbs().stream()
                .filter(limb -> limb.from() == k || limb.to() == k)
                .filter(limb -> body.isLabeled(limb.from()) && body.isLabeled(limb.to()))
                .count();
    }
}
