package org.posewright.app.viewmodel.browser;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.posewright.annotations.edit.StoreChange;
import org.posewright.annotations.evaluation.ImageComparison;
import org.posewright.annotations.evaluation.PersonMatch;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.Skeleton;
import org.posewright.app.viewmodel.model.OksSettings;
import org.posewright.app.viewmodel.model.PredictionSource;
import org.posewright.app.viewmodel.session.DatasetSession;
import org.posewright.app.viewmodel.session.Workspace;

/**
 * OKS of the pictures that the model has seen: the mean for badges, the worst for order and filter. A picture is compared when it is
 * predicted, when its labels change, and when its tile is painted after a slider moved.
 */
public final class ComparisonBoard {

    private record Score(double mean, double worst, Revision revision) {}

    /** What scores depend on besides labels. */
    private record Revision(int predictions, int oks) {}

    private final Workspace workspace;
    private final PredictionSource predictions;
    private final OksSettings oks;
    private final Map<ImageKey, Score> scores = new ConcurrentHashMap<>();
    private final ReadOnlyIntegerWrapper compared = new ReadOnlyIntegerWrapper(this, "compared");
    private final StoreChange.Listener storeListener = this::storeChanged;

    public ComparisonBoard(Workspace workspace, PredictionSource predictions, OksSettings oks) {
        this.oks = oks;
        this.workspace = workspace;
        this.predictions = predictions;
        workspace.sessionProperty().subscribe((before, after) -> {
            scores.clear();
            compared.set(0);
            if (before != null) {
                before.store().removeListener(storeListener);
            }
            if (after != null) {
                after.store().addListener(storeListener);
            }
        });
    }

    /** How many pictures have been compared. */
    public ReadOnlyIntegerProperty comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /** Mean OKS of the people of a picture; empty when it was not predicted or nobody counts. */
    public OptionalDouble meanOks(ImageKey key) {
        Score score = scores.get(key);
        Revision revision = revision();
        if (predictions.isPredicted(key) && (score == null || !score.revision.equals(revision))) {
            compare(key);
            score = scores.get(key);
        }
        return score == null ? OptionalDouble.empty() : OptionalDouble.of(score.mean);
    }

    /** Lowest OKS of each compared picture as the sliders are now; a copy that a job may keep. */
    public Map<ImageKey, Double> worstOks() {
        Revision revision = revision();
        List<ImageKey> stale = scores.entrySet().stream()
                .filter(entry -> !entry.getValue().revision.equals(revision) && predictions.isPredicted(entry.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        stale.forEach(this::compare);
        Map<ImageKey, Double> worst = new java.util.HashMap<>();
        scores.forEach((key, score) -> worst.put(key, score.worst));
        return worst;
    }

    /** Compares pictures whose predictions have just arrived. */
    public void compareAll(Collection<ImageKey> keys) {
        keys.forEach(this::compare);
    }

    private Revision revision() {
        return new Revision(
                predictions.revision().getValue().intValue(),
                oks.revisionProperty().get());
    }

    private void compare(ImageKey key) {
        workspace.session().flatMap(session -> session.record(key)).ifPresent(record -> {
            Skeleton skeleton =
                    workspace.session().map(DatasetSession::skeleton).orElseThrow();
            var predicted = predictions.predictions(key).stream()
                    .filter(p -> p.keypoints().size() == skeleton.size())
                    .toList();
            ImageComparison comparison = ImageComparison.of(record, predicted, oks.rule(skeleton));
            OptionalDouble mean = comparison.meanOks();
            if (mean.isEmpty()) {
                scores.remove(key);
                return;
            }
            boolean somebodyMissed = comparison.missed().stream().anyMatch(person -> !person.isIgnoredByEvaluator());
            double worst = comparison.matches().stream()
                    .filter(match -> !match.ignored())
                    .mapToDouble(PersonMatch::oks)
                    .min()
                    .orElse(0);
            scores.put(key, new Score(mean.getAsDouble(), somebodyMissed ? 0 : worst, revision()));
            compared.set(scores.size());
        });
    }

    private void storeChanged(StoreChange change) {
        if (change.kind() == StoreChange.Kind.PEOPLE || change.kind() == StoreChange.Kind.LOADED) {
            change.images().stream().filter(predictions::isPredicted).forEach(this::compare);
        }
    }
}
