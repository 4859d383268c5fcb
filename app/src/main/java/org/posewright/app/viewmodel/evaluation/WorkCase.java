package org.posewright.app.viewmodel.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.evaluation.diagnosis.KeypointError;
import org.posewright.annotations.evaluation.suspect.Disagreement;
import org.posewright.annotations.evaluation.suspect.LabelSuspect;
import org.posewright.annotations.evaluation.suspect.VerdictSubject;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageKey;

/**
 * One entry of the work queue: a person, a prediction or a picture that deserves a look.
 *
 * @param person id of the labelled person; empty for a prediction that means nobody, and for pictures
 * @param prediction index in the believed predictions of the picture, best score first
 * @param faults joints that are not good
 * @param place box of the labelled person, or of the prediction where there is none; empty for pictures
 * @param oks of the person and the prediction; NaN where there is no pair
 * @param severity what the queue is ordered by, worst highest
 */
public record WorkCase(
        ImageKey image,
        CaseKind kind,
        OptionalLong person,
        OptionalInt prediction,
        List<PointFault> faults,
        Optional<Box> place,
        double oks,
        double severity,
        Optional<Evidence> evidence) {

    /** Where a case comes from when it is no pair of label and prediction. */
    public sealed interface Evidence {

        /** A label that looks wrong. */
        record Suspicion(LabelSuspect suspect) implements Evidence {}

        /** A picture on which label and model disagree. */
        record Picture(Disagreement disagreement) implements Evidence {}
    }

    public WorkCase {
        faults = List.copyOf(faults);
    }

    /**
     * Whether a joint of the case fell into a class; good people have none that did not.
     *
     * @param joint the only one that counts; null for any
     */
    public boolean has(CaseKind wanted, @Nullable Integer joint) {
        boolean any = joint == null && kind == wanted;
        return any
                || faults.stream()
                        .anyMatch(fault ->
                                CaseKind.of(fault.error()) == wanted && (joint == null || joint == fault.keypoint()));
    }

    /** The joints of a class. */
    public List<Integer> joints(KeypointError error) {
        return faults.stream()
                .filter(fault -> fault.error() == error)
                .map(PointFault::keypoint)
                .toList();
    }

    /** The suspicion, where the case is one. */
    public Optional<LabelSuspect> suspect() {
        return evidence.filter(Evidence.Suspicion.class::isInstance)
                .map(found -> ((Evidence.Suspicion) found).suspect());
    }

    /** What a verdict on this case is about: suspicious joints are judged by themselves, other cases as a whole. */
    public VerdictSubject subject() {
        if (place.isEmpty()) {
            return VerdictSubject.ofPicture(image);
        }
        List<Integer> joints = suspect().map(LabelSuspect::keypoints).orElse(List.of());
        return person.isPresent()
                ? VerdictSubject.ofPerson(image, place.get(), joints)
                : VerdictSubject.ofPrediction(image, place.get());
    }

    /** Whether another case is about the same thing, perhaps before or after an edit. */
    public boolean isAbout(WorkCase other) {
        return image.equals(other.image)
                && person.equals(other.person)
                && (person.isPresent() || prediction.equals(other.prediction))
                && (kind == CaseKind.SUSPECT) == (other.kind == CaseKind.SUSPECT);
    }
}
