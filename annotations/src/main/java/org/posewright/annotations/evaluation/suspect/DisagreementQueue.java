package org.posewright.annotations.evaluation.suspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.posewright.annotations.evaluation.ComparisonRule;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** The work queue: pictures on which label and model disagree, the worst first. */
public final class DisagreementQueue {

    private final ComparisonRule comparison;
    private final SuspectRule rule;
    private final LabelSuspects finder;

    public DisagreementQueue(Skeleton skeleton, LimbStatistics limbs, SuspectRule rule) {
        this.rule = rule;
        comparison = ComparisonRule.forDisplay(skeleton, rule.areaRule());
        finder = new LabelSuspects(skeleton, limbs, rule);
    }

    /** The entry of one picture, for an update after an edit. */
    public Disagreement entry(ImageRecord image, List<PosePrediction> predictions) {
        return Disagreement.of(image, predictions, comparison, rule, finder);
    }

    /**
     * The entries of all pictures that have predictions, the worst first; pictures with equal disagreement in dataset order.
     *
     * @param predictions of a picture; empty when the model did not run on it
     * @throws java.util.concurrent.CancellationException if the token says so
     */
    public List<Disagreement> of(
            List<ImageRecord> images,
            Function<ImageKey, Optional<List<PosePrediction>>> predictions,
            ProgressListener listener,
            CancellationToken token) {
        List<Disagreement> entries = new ArrayList<>();
        int done = 0;
        for (ImageRecord image : images) {
            token.throwIfCancelled();
            predictions.apply(image.key()).ifPresent(found -> entries.add(entry(image, found)));
            listener.progress(++done, images.size(), "comparing labels with predictions");
        }
        entries.sort(Comparator.comparingDouble(Disagreement::magnitude).reversed());
        return entries;
    }
}
