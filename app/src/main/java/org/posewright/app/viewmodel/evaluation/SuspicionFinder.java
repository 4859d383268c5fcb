package org.posewright.app.viewmodel.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.posewright.annotations.evaluation.suspect.Disagreement;
import org.posewright.annotations.evaluation.suspect.DisagreementQueue;
import org.posewright.annotations.evaluation.suspect.LabelSuspect;
import org.posewright.annotations.evaluation.suspect.LabelSuspects;
import org.posewright.annotations.evaluation.suspect.LimbStatistics;
import org.posewright.annotations.evaluation.suspect.SuspectRule;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** Lists suspicious labels and pictures of disagreement as cases. For jobs. */
final class SuspicionFinder {

    private final Skeleton skeleton;
    private final Optional<SplitEvaluation> evaluation;

    /**
     * @param evaluation whose predictions help; without it the labels alone are looked at
     */
    SuspicionFinder(Skeleton skeleton, Optional<SplitEvaluation> evaluation) {
        this.skeleton = skeleton;
        this.evaluation = evaluation;
    }

    /** Labels that look wrong, strongest evidence first. */
    List<WorkCase> suspects(List<ImageRecord> images, CancellationToken token) {
        LabelSuspects finder = new LabelSuspects(skeleton, LimbStatistics.of(images, skeleton), SuspectRule.DEFAULT);
        List<WorkCase> cases = new ArrayList<>();
        for (ImageRecord image : images) {
            token.throwIfCancelled();
            List<LabelSuspect> found = new ArrayList<>(finder.inspect(image));
            evaluation
                    .map(made -> finder.inspect(image, made.believed(image.key())))
                    .ifPresent(byModel -> byModel.stream()
                            .filter(suspect -> found.stream().noneMatch(known -> isSame(known, suspect)))
                            .toList()
                            .forEach(found::add));
            found.forEach(suspect -> cases.add(new WorkCase(
                    image.key(),
                    CaseKind.SUSPECT,
                    suspect.person(),
                    suspect.prediction(),
                    List.of(),
                    Double.NaN,
                    suspect.strength(),
                    Optional.of(new WorkCase.Evidence.Suspicion(suspect)))));
        }
        cases.sort(Comparator.comparingDouble(WorkCase::severity).reversed());
        return cases;
    }

    /** Pictures by how far label and model are apart; those on which they agree are left out. */
    List<WorkCase> pictures(List<ImageRecord> images, ProgressListener progress, CancellationToken token) {
        SplitEvaluation made = evaluation.orElseThrow();
        List<Disagreement> entries = new DisagreementQueue(
                        skeleton, LimbStatistics.of(images, skeleton), SuspectRule.DEFAULT)
                .of(
                        images,
                        key -> Optional.ofNullable(made.predictions().byImage().get(key))
                                .map(all -> made.believed(key)),
                        progress,
                        token);
        return entries.stream()
                .filter(entry -> entry.magnitude() > 0)
                .map(entry -> new WorkCase(
                        entry.image(),
                        CaseKind.PICTURE,
                        java.util.OptionalLong.empty(),
                        OptionalInt.empty(),
                        List.of(),
                        entry.lowestOks(),
                        entry.magnitude(),
                        Optional.of(new WorkCase.Evidence.Picture(entry))))
                .toList();
    }

    private static boolean isSame(LabelSuspect one, LabelSuspect other) {
        return one.kind() == other.kind()
                && one.person().equals(other.person())
                && one.keypoints().equals(other.keypoints());
    }
}
