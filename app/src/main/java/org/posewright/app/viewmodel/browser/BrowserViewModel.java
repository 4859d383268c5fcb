package org.posewright.app.viewmodel.browser;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.query.Sort;
import org.posewright.annotations.source.DatasetDescription;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskService;
import org.posewright.app.task.TaskSlot;
import org.posewright.app.viewmodel.session.DatasetSession;
import org.posewright.app.viewmodel.session.Workspace;

/** Which pictures are listed, in which order, and the way from one to the next. Filtering and sorting happen in the background. */
public final class BrowserViewModel {

    private final Workspace workspace;
    private final TaskSlot listing;
    private final BrowserListing lister;
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ObjectProperty<@Nullable String> split = new SimpleObjectProperty<>(this, "split");
    private final ObjectProperty<Sort> order = new SimpleObjectProperty<>(this, "order", Sort.DATASET_ORDER);
    private final ReadOnlyObjectWrapper<List<DatasetDescription.SplitCount>> splits =
            new ReadOnlyObjectWrapper<>(this, "splits", List.of());
    private final ReadOnlyObjectWrapper<PictureList> pictures =
            new ReadOnlyObjectWrapper<>(this, "pictures", PictureList.EMPTY);
    private final ReadOnlyObjectWrapper<String> complaint = new ReadOnlyObjectWrapper<>(this, "complaint", "");

    public BrowserViewModel(Workspace workspace, TaskService tasks, BrowserListing lister) {
        this.workspace = workspace;
        this.listing = new TaskSlot(tasks);
        this.lister = lister;
        workspace.sessionProperty().subscribe(this::sessionChanged);
        filter.subscribe(ignored -> list());
        split.subscribe(ignored -> list());
        order.subscribe(ignored -> list());
    }

    /** Words and conditions, such as {@code missing:left_wrist oks<0.7}. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** The split that is listed; null for all. */
    public ObjectProperty<@Nullable String> splitProperty() {
        return split;
    }

    public ObjectProperty<Sort> orderProperty() {
        return order;
    }

    public ReadOnlyObjectProperty<List<DatasetDescription.SplitCount>> splitsProperty() {
        return splits.getReadOnlyProperty();
    }

    /** The pictures that pass split and filter, in order. */
    public ReadOnlyObjectProperty<PictureList> picturesProperty() {
        return pictures.getReadOnlyProperty();
    }

    /** What is wrong with the filter; empty when it is understood. */
    public ReadOnlyObjectProperty<String> complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /** Lists again, because labels, statuses or predictions changed what the filter or order looks at. */
    public void list() {
        Optional<DatasetSession> session = workspace.session();
        if (session.isEmpty()) {
            listing.cancel();
            pictures.set(PictureList.EMPTY);
            return;
        }
        var job = lister.prepare(session.get(), query());
        listing.submit(TaskRequest.<PictureList>quiet(Lane.IO, job)
                .onSuccess(list -> {
                    complaint.set("");
                    show(list);
                })
                .onFailure(failure -> complaint.set(String.valueOf(failure.getMessage()))));
    }

    /** Lists again when the order or the filter looks at the agreement with the model. */
    public void agreementChanged() {
        if (query().looksAtAgreement()) {
            list();
        }
    }

    public void step(int step) {
        List<ImageKey> keys = pictures.get().keys();
        if (!keys.isEmpty()) {
            int at = current();
            int to = at < 0 ? 0 : Math.max(0, Math.min(keys.size() - 1, at + step));
            workspace.imageProperty().set(keys.get(to));
        }
    }

    /** Goes to the next picture that nobody reviewed; stays where it is when there is none. */
    public void nextUnreviewed() {
        List<ImageKey> keys = pictures.get().keys();
        int at = current();
        workspace.session().ifPresent(session -> {
            for (int i = 1; i <= keys.size(); i++) {
                ImageKey key = keys.get(Math.floorMod(at + i, keys.size()));
                ImageStatus.ReviewState state = session.status(key).state();
                if (state == ImageStatus.ReviewState.UNTOUCHED || state == ImageStatus.ReviewState.EDITED) {
                    workspace.imageProperty().set(key);
                    return;
                }
            }
        });
    }

    /** Place of the open picture in the list, from 0; -1 when it is not listed. */
    public int current() {
        ImageKey key = workspace.imageProperty().get();
        return key == null ? -1 : pictures.get().indexOf(key);
    }

    /** The listed pictures with their files, for a run of the model. */
    public List<ImageEntry> entries() {
        return pictures.get().entries();
    }

    private BrowserListing.Query query() {
        return new BrowserListing.Query(split.get(), filter.get(), order.get());
    }

    private void sessionChanged(@Nullable DatasetSession session) {
        splits.set(session == null ? List.of() : session.source().description().splits());
        filter.set("");
        pictures.set(PictureList.EMPTY);
        split.set(splits.get().stream()
                .filter(s -> s.images() > 0)
                .map(DatasetDescription.SplitCount::split)
                .findFirst()
                .orElse(null));
        list();
    }

    private void show(PictureList list) {
        pictures.set(list);
        if (current() < 0 && !list.keys().isEmpty()) {
            workspace.imageProperty().set(list.keys().get(0));
        }
    }
}
