package org.posewright.app.viewmodel.browser;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.posewright.annotations.edit.StoreChange;
import org.posewright.annotations.evaluation.ComparisonRule;
import org.posewright.annotations.evaluation.ImageComparison;
import org.posewright.annotations.evaluation.PersonMatch;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.Skeleton;
import org.posewright.app.task.Job;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskService;
import org.posewright.app.viewmodel.model.OksSettings;
import org.posewright.app.viewmodel.model.PredictionSource;
import org.posewright.app.viewmodel.session.Workspace;

/**
 * OKS of the pictures that the model has seen: the mean for badges, the worst for order and filter. A picture is compared when it is
 * predicted, when its labels change, and when its tile is painted after a slider moved.
 */
public final class ComparisonBoard {

    private static final int PICTURES_AT_ONCE = 500;

    private record Score(double mean, double worst, Revision revision) {}

    /** What scores depend on besides labels. */
    private record Revision(int origin, int predictions, int oks) {}

    private final Workspace workspace;
    private final PredictionSource predictions;
    private final OksSettings oks;
    private final TaskService tasks;
    private final Consumer<ImageKey> arrivals;
    private final Map<ImageKey, Score> scores = new ConcurrentHashMap<>();
    private final ReadOnlyIntegerWrapper compared = new ReadOnlyIntegerWrapper(this, "compared");
    private final ReadOnlyIntegerWrapper fresh = new ReadOnlyIntegerWrapper(this, "fresh");

    /** Compared pictures in which nobody counts, whatever the sliders say. */
    private final Set<ImageKey> nobody = new HashSet<>();

    /** Asked for and not yet begun. */
    private final Set<ImageKey> requested = new HashSet<>();

    private final StoreChange.Listener storeListener = this::storeChanged;

    public ComparisonBoard(Workspace workspace, PredictionSource predictions, OksSettings oks, TaskService tasks) {
        this.oks = oks;
        this.tasks = tasks;
        this.arrivals = tasks.batching(PICTURES_AT_ONCE, this::compareInBackground);
        this.workspace = workspace;
        this.predictions = predictions;
        workspace.sessionProperty().subscribe((before, after) -> {
            clear();
            if (before != null) {
                before.store().removeListener(storeListener);
            }
            if (after != null) {
                after.store().addListener(storeListener);
            }
        });
        predictions.origin().subscribe(this::clear);
    }

    private void clear() {
        scores.clear();
        nobody.clear();
        requested.clear();
        tell();
    }

    /** How many pictures have been compared. */
    public ReadOnlyIntegerProperty comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /** Changes whenever {@link #meanOks} may answer differently. */
    public ReadOnlyIntegerProperty freshProperty() {
        return fresh.getReadOnlyProperty();
    }

    /**
     * Mean OKS of the people of a picture; empty when it was not compared or nobody counts. One of other sliders is compared again in the
     * background, and stands until then.
     */
    public OptionalDouble meanOks(ImageKey key) {
        Score score = scores.get(key);
        boolean stale = score == null ? !nobody.contains(key) : !score.revision.equals(revision());
        if (stale && predictions.isPredicted(key) && requested.add(key)) {
            arrivals.accept(key);
        }
        Score now = scores.get(key);
        return now == null ? OptionalDouble.empty() : OptionalDouble.of(now.mean);
    }

    /**
     * A job that tells the lowest OKS of each compared picture as the sliders are now, comparing again on its own thread where a slider
     * moved since.
     */
    public Job<Map<ImageKey, Double>> worstOks() {
        Revision revision = revision();
        List<Stale> stale = scores.entrySet().stream()
                .filter(entry -> !entry.getValue().revision.equals(revision))
                .flatMap(entry -> comparison(entry.getKey()).map(again -> new Stale(entry.getValue(), again)).stream())
                .toList();
        return (progress, token) -> {
            for (Stale entry : stale) {
                token.throwIfCancelled();
                replace(entry);
            }
            Map<ImageKey, Double> worst = new HashMap<>();
            scores.forEach((key, score) -> worst.put(key, score.worst));
            return worst;
        };
    }

    /** Compares pictures whose predictions have just arrived, in the background: a results file brings them all at once. */
    public void compareAll(Collection<ImageKey> keys) {
        keys.forEach(arrivals);
    }

    private void compareInBackground(List<ImageKey> keys) {
        keys.forEach(requested::remove);
        List<Comparison> comparisons =
                keys.stream().flatMap(key -> comparison(key).stream()).toList();
        if (comparisons.isEmpty()) {
            return;
        }
        tasks.submit(TaskRequest.<List<Compared>>quiet(Lane.IO, (progress, token) -> {
                    List<Compared> done = new ArrayList<>(comparisons.size());
                    for (Comparison comparison : comparisons) {
                        token.throwIfCancelled();
                        done.add(new Compared(comparison, comparison.score()));
                    }
                    return done;
                })
                .onSuccess(done -> {
                    done.forEach(this::take);
                    tell();
                }));
    }

    /** Unless dataset, labels or model have changed meanwhile; then whoever changed them has compared again. */
    private void take(Compared result) {
        ImageKey key = result.comparison.key;
        boolean sameOrigin = result.comparison.revision.origin == revision().origin;
        boolean current = sameOrigin
                && workspace
                        .session()
                        .flatMap(session -> session.record(key))
                        .filter(record -> record == result.comparison.record)
                        .isPresent();
        if (current) {
            keep(key, result.score);
        }
    }

    private void keep(ImageKey key, Optional<Score> score) {
        score.ifPresentOrElse(
                found -> {
                    scores.put(key, found);
                    nobody.remove(key);
                },
                () -> {
                    scores.remove(key);
                    nobody.add(key);
                });
    }

    private record Compared(Comparison comparison, Optional<Score> score) {}

    private Revision revision() {
        return new Revision(
                predictions.origin().getValue().intValue(),
                predictions.revision().getValue().intValue(),
                oks.revisionProperty().get());
    }

    private void tell() {
        compared.set(scores.size());
        fresh.set(fresh.get() + 1);
    }

    /** What a comparison needs, taken now; empty when the picture has not been read or predicted. */
    private Optional<Comparison> comparison(ImageKey key) {
        return workspace.session().flatMap(session -> session.record(key).flatMap(record -> predictions
                .reading(key)
                .map(predicted -> new Comparison(
                        key, record, predicted, session.skeleton(), oks.rule(session.skeleton()), revision()))));
    }

    /** Unless the labels have changed meanwhile, and with them the score. */
    private void replace(Stale entry) {
        ImageKey key = entry.again.key;
        entry.again
                .score()
                .ifPresentOrElse(
                        fresh -> scores.replace(key, entry.score, fresh), () -> scores.remove(key, entry.score));
    }

    /** A score of other sliders. */
    private record Stale(Score score, Comparison again) {}

    /** Labels against predictions; immutable, so any thread may work it out. */
    private record Comparison(
            ImageKey key,
            ImageRecord record,
            Supplier<List<PosePrediction>> predicted,
            Skeleton skeleton,
            ComparisonRule rule,
            Revision revision) {

        /** Empty when nobody in the picture counts. */
        Optional<Score> score() {
            List<PosePrediction> fitting = predicted.get().stream()
                    .filter(p -> p.keypoints().size() == skeleton.size())
                    .toList();
            ImageComparison comparison = ImageComparison.of(record, fitting, rule);
            OptionalDouble mean = comparison.meanOks();
            if (mean.isEmpty()) {
                return Optional.empty();
            }
            boolean somebodyMissed = comparison.missed().stream().anyMatch(person -> !person.isIgnoredByEvaluator());
            double worst = comparison.matches().stream()
                    .filter(match -> !match.ignored())
                    .mapToDouble(PersonMatch::oks)
                    .min()
                    .orElse(0);
            return Optional.of(new Score(mean.getAsDouble(), somebodyMissed ? 0 : worst, revision));
        }
    }

    private void storeChanged(StoreChange change) {
        if (change.kind() == StoreChange.Kind.PEOPLE || change.kind() == StoreChange.Kind.LOADED) {
            compareAll(change.images().stream().filter(predictions::isPredicted).toList());
        }
    }
}
