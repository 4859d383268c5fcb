package org.posewright.annotations.evaluation.suspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.Skeleton;

/** Finds suspects in the labels of a picture, without a model or with its predictions. Stateless; thread-safe. */
public final class LabelSuspects {

    private static final Comparator<LabelSuspect> STRONGEST_FIRST =
            Comparator.comparingDouble(LabelSuspect::strength).reversed();

    private final List<SuspectDetector> detectors;
    private final ModelSuspects model;

    /**
     * @param limbs how long limbs are in this dataset
     * @param rule how predictions are paired with people
     */
    public LabelSuspects(Skeleton skeleton, LimbStatistics limbs, SuspectRule rule) {
        detectors = List.of(
                new SideSwapDetector(skeleton),
                new PairOfPeopleDetector(skeleton),
                new BoxAndFlagDetector(skeleton),
                new LimbLengthDetector(skeleton, limbs));
        model = new ModelSuspects(skeleton, limbs, rule);
    }

    /** What the labels alone give away, strongest first. */
    public List<LabelSuspect> inspect(ImageRecord image) {
        return forEachPerson(ofLabels(image));
    }

    private List<LabelSuspect> ofLabels(ImageRecord image) {
        List<LabelSuspect> suspects = new ArrayList<>();
        detectors.forEach(detector -> detector.inspect(image, suspects::add));
        suspects.removeIf(suspect -> suspect.kind() == SuspectKind.JOINT_DISPLACED
                && suspects.stream().anyMatch(other -> explains(other, suspect)));
        return suspects;
    }

    /** What a model's predictions speak against, strongest first. */
    public List<LabelSuspect> inspect(ImageRecord image, List<PosePrediction> predictions) {
        return forEachPerson(model.inspect(image, predictions));
    }

    /**
     * What labels and model together give away, strongest first: one entry where both say the same, and nothing from the labels alone
     * that the model saw otherwise.
     *
     * @param predictions all of the picture, best score first
     */
    public List<LabelSuspect> examine(ImageRecord image, List<PosePrediction> predictions) {
        List<LabelSuspect> suspects = new ArrayList<>(model.inspect(image, predictions));
        for (LabelSuspect alone : ofLabels(image)) {
            boolean known = suspects.stream().anyMatch(other -> isSame(alone, other));
            if (!known && !model.refutes(alone, image, predictions)) {
                suspects.add(alone);
            }
        }
        return forEachPerson(suspects);
    }

    /** One entry for all displaced joints of a person, and one for all their doubtful flags, strongest first. */
    private static List<LabelSuspect> forEachPerson(List<LabelSuspect> suspects) {
        Map<LabelSuspect, LabelSuspect> joined = new LinkedHashMap<>();
        for (LabelSuspect suspect : suspects) {
            boolean ofJoints = suspect.kind() == SuspectKind.VISIBILITY || isOfPlace(suspect);
            joined.merge(ofJoints ? suspect.withoutJoints() : suspect, suspect, LabelSuspect::joined);
        }
        List<LabelSuspect> entries = new ArrayList<>(joined.values());
        entries.sort(STRONGEST_FIRST);
        return entries;
    }

    /** The same doubt about the same points: outside the box and far from the model's point is one thing to look at. */
    private static boolean isSame(LabelSuspect alone, LabelSuspect other) {
        boolean sameKind = alone.kind() == other.kind() || isOfPlace(alone) && isOfPlace(other);
        return sameKind
                && alone.person().equals(other.person())
                && alone.keypoints().equals(other.keypoints());
    }

    private static boolean isOfPlace(LabelSuspect suspect) {
        return suspect.kind() == SuspectKind.JOINT_DISPLACED || suspect.kind() == SuspectKind.JOINT_OUTSIDE_BOX;
    }

    /** Whether an exchange is the reason why a joint lies far from its neighbours. */
    private static boolean explains(LabelSuspect other, LabelSuspect displaced) {
        boolean exchange = other.kind() == SuspectKind.PAIR_SWAPPED || other.kind() == SuspectKind.PEOPLE_SWAPPED;
        boolean samePerson =
                other.person().equals(displaced.person()) || other.otherPerson().equals(displaced.person());
        return exchange && samePerson && other.keypoints().containsAll(displaced.keypoints());
    }
}
