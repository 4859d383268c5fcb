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
import org.posewright.annotations.evaluation.suspect.UsualAgreement;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
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
        // Cases point into the believed predictions, so none below the confidence may speak.
        SuspectRule rule = rule(images)
                .believingFrom(evaluation.map(SplitEvaluation::confidence).orElse(0.0));
        LabelSuspects finder = new LabelSuspects(skeleton, LimbStatistics.of(images, skeleton), rule);
        List<WorkCase> cases = new ArrayList<>();
        for (ImageRecord image : images) {
            token.throwIfCancelled();
            // All predictions, also those that are not believed: a person seen faintly is seen.
            List<LabelSuspect> found = evaluation
                    .map(made -> finder.examine(image, made.predictions().of(image.key())))
                    .orElseGet(() -> finder.inspect(image));
            found.forEach(suspect -> cases.add(new WorkCase(
                    image.key(),
                    CaseKind.SUSPECT,
                    suspect.person(),
                    suspect.prediction(),
                    List.of(),
                    place(image, suspect),
                    Double.NaN,
                    suspect.strength(),
                    Optional.of(new WorkCase.Evidence.Suspicion(suspect)))));
        }
        cases.sort(Comparator.comparingDouble(WorkCase::severity).reversed());
        return cases;
    }

    private SuspectRule rule(List<ImageRecord> images) {
        return evaluation
                .map(made -> SuspectRule.DEFAULT.withUsualOks(UsualAgreement.oks(
                        images, image -> made.predictions().of(image.key()), skeleton, SuspectRule.DEFAULT)))
                .orElse(SuspectRule.DEFAULT);
    }

    /** Pictures by how far label and model are apart; those on which they agree are left out. */
    List<WorkCase> pictures(List<ImageRecord> images, ProgressListener progress, CancellationToken token) {
        SplitEvaluation made = evaluation.orElseThrow();
        List<Disagreement> entries = new DisagreementQueue(skeleton, LimbStatistics.of(images, skeleton), rule(images))
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
                        Optional.empty(),
                        entry.lowestOks(),
                        entry.magnitude(),
                        Optional.of(new WorkCase.Evidence.Picture(entry))))
                .toList();
    }

    private Optional<Box> place(ImageRecord image, LabelSuspect suspect) {
        if (suspect.person().isPresent()) {
            return image.people().stream()
                    .filter(person -> person.id() == suspect.person().getAsLong())
                    .map(PersonInstance::box)
                    .findFirst();
        }
        return suspect.prediction().isEmpty()
                ? Optional.empty()
                : evaluation.map(made -> made.believed(image.key())
                        .get(suspect.prediction().getAsInt())
                        .box());
    }
}
