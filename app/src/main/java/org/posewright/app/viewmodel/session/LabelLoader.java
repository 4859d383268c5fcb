package org.posewright.app.viewmodel.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.source.LoadedImage;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskHandle;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskService;
import org.posewright.app.task.TaskSlot;
import org.posewright.app.text.Messages;

/**
 * Brings labels into the store: those of the open picture at once, all others in the background, those with a history first so that
 * undo can reach them.
 */
public final class LabelLoader {

    /** Few enough to be taken in within a millisecond while the code is cold; a frame takes as many times as it has time for. */
    private static final int PICTURES_AT_ONCE = 25;

    private final Workspace workspace;
    private final TaskService tasks;
    private final TaskSlot current;
    private final Messages messages;
    private final BiConsumer<String, Throwable> onFailure;
    private final List<Finding> findings = new ArrayList<>();
    private Consumer<DatasetSession> onRead = session -> {};
    private @Nullable TaskHandle background;

    /**
     * @param onFailure told what failed and why
     */
    public LabelLoader(
            Workspace workspace, TaskService tasks, Messages messages, BiConsumer<String, Throwable> onFailure) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.current = new TaskSlot(tasks);
        this.messages = messages;
        this.onFailure = onFailure;
        workspace.sessionProperty().subscribe(this::sessionChanged);
        workspace.imageProperty().subscribe(this::imageChanged);
    }

    /** Hears of a dataset whose labels have all been read. */
    public void onRead(Consumer<DatasetSession> listener) {
        onRead = listener;
    }

    /** Problems of the pictures read so far; a copy. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    private void sessionChanged(@Nullable DatasetSession session) {
        if (background != null) {
            background.cancel();
            background = null;
        }
        findings.clear();
        if (session != null) {
            background = readAll(session);
        }
    }

    private void imageChanged(@Nullable ImageKey key) {
        Optional<DatasetSession> session = workspace.session();
        if (key == null || session.isEmpty() || session.get().record(key).isPresent()) {
            current.cancel();
            return;
        }
        DatasetSource source = session.get().source();
        session.get()
                .entry(key)
                .ifPresent(entry -> current.submit(TaskRequest.<LoadedImage>quiet(
                                Lane.IO, (progress, token) -> source.load(entry))
                        .onSuccess(loaded -> take(session.get(), List.of(loaded)))
                        .onFailure(failure -> onFailure.accept(
                                messages.text("error.read-labels", entry.key().fileName()), failure))));
    }

    private TaskHandle readAll(DatasetSession session) {
        DatasetSource source = session.source();
        Set<ImageKey> first = session.editing().imagesWithHistory();
        List<ImageEntry> entries = source.entries();
        Consumer<Arrival> arrivals = tasks.batching(PICTURES_AT_ONCE, batch -> {
            batch.forEach(arrival -> arrival.unreadable().ifPresent(findings::add));
            take(session, batch.stream().flatMap(a -> a.loaded().stream()).toList());
            if (batch.contains(Arrival.LAST)) {
                onRead.accept(session);
            }
        });
        return tasks.submit(
                TaskRequest.<Boolean>shown(messages.text("task.read-labels"), Lane.IO, (progress, token) -> {
                            List<ImageEntry> ordered = new ArrayList<>(entries.size());
                            entries.stream()
                                    .filter(e -> first.contains(e.key()))
                                    .forEach(ordered::add);
                            entries.stream()
                                    .filter(e -> !first.contains(e.key()))
                                    .forEach(ordered::add);
                            for (int i = 0; i < ordered.size(); i++) {
                                token.throwIfCancelled();
                                arrivals.accept(read(source, ordered.get(i)));
                                progress.progress(i + 1L, ordered.size(), "");
                            }
                            arrivals.accept(Arrival.LAST);
                            return true;
                        })
                        .onFailure(failure -> onFailure.accept(messages.text("error.read-all-labels"), failure)));
    }

    /** One file that cannot be read must not keep the others away. */
    private Arrival read(DatasetSource source, ImageEntry entry) {
        try {
            return new Arrival(Optional.of(source.load(entry)), Optional.empty());
        } catch (IOException | UncheckedIOException unreadable) {
            return new Arrival(
                    Optional.empty(),
                    Optional.of(Finding.ofFile(
                                    Finding.Severity.ERROR,
                                    "label.unreadable",
                                    entry.file(),
                                    Sentence.of(
                                            "labels.unreadable",
                                            "The labels of {0} could not be read: {1}",
                                            entry.key().path(),
                                            String.valueOf(unreadable.getMessage())),
                                    Sentence.of(
                                            "labels.unreadable.remedy",
                                            "Make the file readable and open the dataset again; until then this image has no labels here"))
                            .atImage(entry.key())));
        }
    }

    /** What became of one picture: its labels, or why they could not be read. */
    private record Arrival(Optional<LoadedImage> loaded, Optional<Finding> unreadable) {
        /** Comes after all others, so that whoever hears of the end has seen everything. */
        static final Arrival LAST = new Arrival(Optional.empty(), Optional.empty());
    }

    private void take(DatasetSession session, List<LoadedImage> batch) {
        if (workspace.session().filter(session::equals).isEmpty()) {
            return;
        }
        List<LoadedImage> fresh = batch.stream()
                .filter(loaded -> session.record(loaded.image().key()).isEmpty())
                .toList();
        if (!fresh.isEmpty()) {
            fresh.forEach(loaded -> findings.addAll(loaded.findings()));
            session.files().loaded(fresh);
        }
    }
}
