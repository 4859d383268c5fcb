package org.posewright.app.viewmodel.evaluation;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.edit.StoreChange;
import org.posewright.annotations.evaluation.compare.CorrectionBook;
import org.posewright.annotations.evaluation.compare.HumanNoise;
import org.posewright.annotations.evaluation.compare.JointCorrection;
import org.posewright.annotations.evaluation.compare.NoiseTally;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeletons;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.viewmodel.session.DatasetSession;
import org.posewright.app.viewmodel.session.Workspace;

/**
 * How far the person at the screen moves joints: labels as the files had them against the labels of now, and the corrections that
 * earlier sessions saved, which are remembered with the dataset.
 */
public final class HumanNoiseViewModel {

    private final Workspace workspace;
    private final BookLibrary<CorrectionBook> library;
    private final Surroundings surroundings;
    /** The people of each picture that this session changed, as the files had them when it began. */
    private final Map<ImageKey, List<PersonInstance>> originals = new HashMap<>();

    private NoiseTally tally = new NoiseTally(Skeletons.COCO_PERSON);
    private final ReadOnlyObjectWrapper<@Nullable HumanNoise> noise = new ReadOnlyObjectWrapper<>(this, "noise");
    private final StoreChange.Listener storeListener = this::storeChanged;

    /** As the session found it; null until read, and then for good where the file is broken: it is not written over. */
    private @Nullable CorrectionBook remembered;

    private boolean savedBeforeRead;

    HumanNoiseViewModel(Workspace workspace, BookLibrary<CorrectionBook> library, Surroundings surroundings) {
        this.workspace = workspace;
        this.library = library;
        this.surroundings = surroundings;
        workspace.sessionProperty().subscribe(this::sessionChanged);
    }

    /** Null until somebody was corrected by hand. */
    public ReadOnlyObjectProperty<@Nullable HumanNoise> noiseProperty() {
        return noise.getReadOnlyProperty();
    }

    private void sessionChanged(@Nullable DatasetSession before, @Nullable DatasetSession after) {
        if (before != null) {
            before.store().removeListener(storeListener);
        }
        originals.clear();
        remembered = null;
        savedBeforeRead = false;
        noise.set(null);
        if (after != null) {
            tally = new NoiseTally(after.skeleton());
            after.store().addListener(storeListener);
            remember(after, after.store().unsavedImages());
            read(after);
        }
    }

    /** On the lane that writes: a dataset that is opened again is read after it was written. */
    private void read(DatasetSession session) {
        Path folder = session.editing().folder();
        surroundings
                .tasks()
                .submit(TaskRequest.<CorrectionBook>quiet(Lane.JOURNAL, (progress, token) -> library.read(folder))
                        .onSuccess(book -> {
                            if (workspace.session().filter(session::equals).isPresent()) {
                                remembered = book;
                                book.byImage().forEach(tally::put);
                                measure(session, originals.keySet());
                                if (savedBeforeRead) {
                                    write(session, book);
                                }
                            }
                        })
                        .onFailure(this::failed));
    }

    private void storeChanged(StoreChange change) {
        workspace.session().ifPresent(session -> {
            switch (change.kind()) {
                case PEOPLE -> remember(session, change.images());
                // Edits of an earlier session come back with the records.
                case LOADED ->
                    remember(
                            session,
                            change.images().stream()
                                    .filter(session.store()::isUnsaved)
                                    .toList());
                case SAVED -> saved(session);
                case LISTED, STATUS -> {}
            }
        });
    }

    private void remember(DatasetSession session, Collection<ImageKey> edited) {
        List<ImageKey> loaded =
                edited.stream().filter(key -> session.record(key).isPresent()).toList();
        loaded.forEach(key -> originals.putIfAbsent(key, session.store().peopleInFile(key)));
        if (!loaded.isEmpty()) {
            measure(session, loaded);
        }
    }

    private void measure(DatasetSession session, Collection<ImageKey> changed) {
        for (ImageKey key : changed) {
            ImageRecord now = session.record(key).orElseThrow();
            tally.put(key, upTo(session, key, now.people()));
        }
        noise.set(tally.noise().orElse(null));
    }

    /** All corrections of a picture up to a state of its people, each joint from where it was before anybody moved it. */
    private List<JointCorrection> upTo(DatasetSession session, ImageKey key, List<PersonInstance> people) {
        List<JointCorrection> earlier = remembered == null ? List.of() : remembered.of(key);
        return JointCorrection.joined(
                earlier,
                JointCorrection.between(key, originals.getOrDefault(key, List.of()), people, session.skeleton()));
    }

    private void saved(DatasetSession session) {
        if (remembered == null) {
            savedBeforeRead = true;
        } else {
            write(session, remembered);
        }
    }

    /** What is not saved comes back with the journal, so only what the files hold is remembered. */
    private void write(DatasetSession session, CorrectionBook found) {
        Map<ImageKey, List<JointCorrection>> changed = new HashMap<>();
        originals
                .keySet()
                .forEach(key ->
                        changed.put(key, upTo(session, key, session.store().peopleInFile(key))));
        Path folder = session.editing().folder();
        surroundings
                .tasks()
                .submit(TaskRequest.<Boolean>quiet(Lane.JOURNAL, (progress, token) -> {
                            library.write(folder, found.with(changed));
                            return true;
                        })
                        .onFailure(this::failed));
    }

    private void failed(Throwable failure) {
        surroundings.onFailure().accept(surroundings.messages().text("error.corrections"), failure);
    }
}
