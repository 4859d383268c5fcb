package org.posewright.app.viewmodel.browser;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.edit.StoreChange;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.query.FactTable;
import org.posewright.annotations.query.Filter;
import org.posewright.annotations.query.Sort;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.app.task.Job;
import org.posewright.app.viewmodel.session.DatasetSession;
import org.posewright.app.viewmodel.session.Workspace;

/**
 * What filters look at, kept up to date by the store's events so that a listing job never needs a walk through the store on the FX
 * thread.
 */
public final class FactBoard implements BrowserListing {

    private Map<ImageKey, ImageRecord> records = new ConcurrentHashMap<>();
    private final Map<ImageKey, ImageStatus> statuses = new ConcurrentHashMap<>();
    private final ComparisonBoard comparisons;
    private final StoreChange.Listener storeListener = this::storeChanged;
    private @Nullable DatasetSession followed;

    public FactBoard(Workspace workspace, ComparisonBoard comparisons) {
        this.comparisons = comparisons;
        workspace.sessionProperty().subscribe(this::follow);
    }

    @Override
    public Job<PictureList> prepare(DatasetSession session, Query query) {
        boolean plain = query.filter().isBlank() && query.sort() == Sort.DATASET_ORDER;
        Set<ImageKey> unsaved = session.store().unsavedImages();
        Job<Map<ImageKey, Double>> comparing =
                query.looksAtAgreement() ? comparisons.worstOks() : (progress, token) -> Map.of();
        var frame = session.store().frame();
        var source = session.source();
        Map<ImageKey, ImageRecord> read = records;
        return (progress, token) -> {
            Filter filter = Filter.parse(query.filter(), frame.skeleton());
            List<ImageEntry> entries = source.entries().stream()
                    .filter(entry -> query.split() == null || entry.split().equals(query.split()))
                    .toList();
            if (plain) {
                return PictureList.of(entries);
            }
            List<ImageKey> keys = entries.stream().map(ImageEntry::key).toList();
            Map<ImageKey, Double> worstOks = comparing.run(progress, token);
            List<ImageRecord> loaded = keys.stream()
                    .map(read::get)
                    .filter(java.util.Objects::nonNull)
                    .toList();
            Dataset dataset = new Dataset(frame.name(), frame.root(), frame.skeleton(), frame.categoryNames(), loaded);
            FactTable facts = FactTable.of(keys, dataset, new FactTable.Marks(statuses, unsaved, worstOks), token);
            return PictureList.of(facts.find(filter, query.sort(), token).stream()
                    .flatMap(key -> session.entry(key).stream())
                    .toList());
        };
    }

    private void follow(@Nullable DatasetSession session) {
        if (followed != null) {
            followed.store().removeListener(storeListener);
        }
        // As large as it will be: a table that grows while pictures arrive goes through all of them each time.
        records = new ConcurrentHashMap<>(
                session == null ? 0 : session.store().keys().size());
        statuses.clear();
        followed = session;
        if (session != null) {
            session.store().addListener(storeListener);
        }
    }

    private void storeChanged(StoreChange change) {
        DatasetSession session = followed;
        if (session != null) {
            change.images().forEach(key -> {
                session.record(key).ifPresent(record -> records.put(key, record));
                ImageStatus status = session.status(key);
                if (status.equals(ImageStatus.UNTOUCHED)) {
                    statuses.remove(key);
                } else {
                    statuses.put(key, status);
                }
            });
        }
    }
}
