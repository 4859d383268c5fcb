package org.posewright.annotations.evaluation.suspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
        model = new ModelSuspects(skeleton, rule);
    }

    /** What the labels alone give away, strongest first. */
    public List<LabelSuspect> inspect(ImageRecord image) {
        List<LabelSuspect> suspects = new ArrayList<>();
        detectors.forEach(detector -> detector.inspect(image, suspects::add));
        suspects.removeIf(suspect -> suspect.kind() == SuspectKind.JOINT_DISPLACED
                && suspects.stream().anyMatch(other -> explains(other, suspect)));
        suspects.sort(STRONGEST_FIRST);
        return suspects;
    }

    /** What a model's predictions speak against, strongest first. */
    public List<LabelSuspect> inspect(ImageRecord image, List<PosePrediction> predictions) {
        List<LabelSuspect> suspects = new ArrayList<>(model.inspect(image, predictions));
        suspects.sort(STRONGEST_FIRST);
        return suspects;
    }

    /** Whether an exchange is the reason why a joint lies far from its neighbours. */
    private static boolean explains(LabelSuspect other, LabelSuspect displaced) {
        boolean exchange = other.kind() == SuspectKind.PAIR_SWAPPED || other.kind() == SuspectKind.PEOPLE_SWAPPED;
        boolean samePerson =
                other.person().equals(displaced.person()) || other.otherPerson().equals(displaced.person());
        return exchange && samePerson && other.keypoints().containsAll(displaced.keypoints());
    }
}
