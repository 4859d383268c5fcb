package org.posewright.app.viewmodel.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.posewright.annotations.evaluation.ComparisonRule;
import org.posewright.annotations.evaluation.DatasetTruth;
import org.posewright.annotations.evaluation.ImageComparison;
import org.posewright.annotations.evaluation.PersonMatch;
import org.posewright.annotations.evaluation.diagnosis.DiagnosisCase;
import org.posewright.annotations.evaluation.diagnosis.ErrorDiagnosis;
import org.posewright.annotations.evaluation.diagnosis.Place;
import org.posewright.annotations.evaluation.diagnosis.Repair;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.work.CancellationToken;

/** Gathers what went wrong by person: the entries of the work queue. */
final class CaseFinder {

    private record Someone(ImageKey image, long person) {}

    private final DatasetTruth truth;
    private final PredictionSet predictions;
    private final double confidence;

    CaseFinder(DatasetTruth truth, PredictionSet predictions, double confidence) {
        this.truth = truth;
        this.predictions = predictions;
        this.confidence = confidence;
    }

    /** Worst first: people by OKS, people nobody predicted and predictions nobody labelled by how much they count. */
    List<WorkCase> find(ErrorDiagnosis diagnosis, CancellationToken token) {
        Map<Someone, List<PointFault>> faults = faults(diagnosis);
        ComparisonRule rule = ComparisonRule.forDisplay(truth.skeleton(), truth.areaRule());
        List<WorkCase> cases = new ArrayList<>();
        for (int i = 0; i < truth.imageCount(); i++) {
            token.throwIfCancelled();
            ImageRecord image = truth.image(i);
            List<PosePrediction> said = predictions.believed(image.key(), confidence);
            ImageComparison comparison = ImageComparison.of(image, said, rule);
            comparison.matches().stream()
                    .filter(match -> !match.ignored())
                    .forEach(match -> cases.add(ofMatch(image.key(), match, faults)));
            comparison.missed().stream()
                    .filter(person -> !person.isIgnoredByEvaluator())
                    .forEach(person -> cases.add(undetected(image.key(), person)));
            comparison.extraPredictions().forEach(p -> cases.add(unlabeled(image.key(), p, said.get(p))));
        }
        cases.sort(Comparator.comparingDouble(WorkCase::severity).reversed());
        return cases;
    }

    private static WorkCase ofMatch(ImageKey image, PersonMatch match, Map<Someone, List<PointFault>> faults) {
        long id = match.person().id();
        List<PointFault> own = faults.getOrDefault(new Someone(image, id), List.of());
        CaseKind kind = own.stream()
                .map(fault -> CaseKind.of(fault.error()))
                .min(Comparator.naturalOrder())
                .orElse(CaseKind.GOOD);
        return new WorkCase(
                image,
                kind,
                OptionalLong.of(id),
                OptionalInt.of(match.predictionIndex()),
                own,
                Optional.of(match.person().box()),
                match.oks(),
                1 - match.oks(),
                Optional.empty());
    }

    /** The more of a person is labelled, the more it says that the model does not see them. */
    private static WorkCase undetected(ImageKey image, PersonInstance person) {
        double share = (double) person.keypoints().labeledCount()
                / Math.max(1, person.keypoints().size());
        return new WorkCase(
                image,
                CaseKind.UNDETECTED,
                OptionalLong.of(person.id()),
                OptionalInt.empty(),
                List.of(),
                Optional.of(person.box()),
                Double.NaN,
                share,
                Optional.empty());
    }

    private static WorkCase unlabeled(ImageKey image, int index, PosePrediction prediction) {
        return new WorkCase(
                image,
                CaseKind.UNLABELED,
                OptionalLong.empty(),
                OptionalInt.of(index),
                List.of(),
                Optional.of(prediction.box()),
                Double.NaN,
                prediction.score(),
                Optional.empty());
    }

    private Map<Someone, List<PointFault>> faults(ErrorDiagnosis diagnosis) {
        Map<Someone, List<PointFault>> faults = new HashMap<>();
        for (DiagnosisCase.KeypointCase found : diagnosis.keypointCases()) {
            Place place = found.place();
            ImageKey image = truth.image(place.imageIndex()).key();
            long person = idOf(place, place.person().orElseThrow());
            OptionalLong other = OptionalLong.empty();
            int otherKeypoint = found.keypoint();
            if (found.repair().orElse(null) instanceof Repair.SwapPersons swap) {
                other = OptionalLong.of(idOf(place, swap.otherPerson()));
                otherKeypoint = swap.otherKeypoint();
            }
            faults.computeIfAbsent(new Someone(image, person), any -> new ArrayList<>())
                    .add(new PointFault(found.keypoint(), found.error(), found.distancePixels(), other, otherKeypoint));
        }
        return faults;
    }

    private long idOf(Place place, int personIndex) {
        return truth.person(place.imageIndex(), place.categoryIndex(), personIndex)
                .id();
    }
}
