package org.posewright.app.viewmodel.evaluation;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.evaluation.suspect.Verdict;
import org.posewright.annotations.evaluation.suspect.VerdictBook;
import org.posewright.annotations.evaluation.suspect.VerdictSubject;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskService;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.session.DatasetSession;
import org.posewright.app.viewmodel.session.Workspace;

/** Who was wrong, on which picture, person, joint or prediction, as the person decided; remembered with the dataset. */
public final class VerdictViewModel {

    private final Workspace workspace;
    private final BookLibrary<VerdictBook> library;
    private final TaskService tasks;
    private final Messages messages;
    private final BiConsumer<String, Throwable> onFailure;
    private final ReadOnlyObjectWrapper<VerdictBook> book =
            new ReadOnlyObjectWrapper<>(this, "book", VerdictBook.EMPTY);

    VerdictViewModel(
            Workspace workspace,
            BookLibrary<VerdictBook> library,
            TaskService tasks,
            Messages messages,
            BiConsumer<String, Throwable> onFailure) {
        this.workspace = workspace;
        this.library = library;
        this.tasks = tasks;
        this.messages = messages;
        this.onFailure = onFailure;
        workspace.sessionProperty().subscribe(this::sessionChanged);
    }

    public ReadOnlyObjectProperty<VerdictBook> bookProperty() {
        return book.getReadOnlyProperty();
    }

    /** The verdict on a subject or, where it has none, on its picture. */
    public Optional<Verdict> of(VerdictSubject subject) {
        return book.get().of(subject);
    }

    /** Says who is wrong; the same verdict again takes it back. */
    public void give(VerdictSubject subject, Verdict verdict) {
        boolean again = book.get().on(subject).filter(verdict::equals).isPresent();
        book.set(again ? book.get().without(subject) : book.get().with(subject, verdict));
        VerdictBook now = book.get();
        workspace.session().ifPresent(session -> {
            Path folder = session.editing().folder();
            // One thread, in order: the last verdict is the one that stays on disk.
            tasks.submit(TaskRequest.<Boolean>quiet(Lane.JOURNAL, (progress, token) -> {
                        library.write(folder, now);
                        return true;
                    })
                    .onFailure(failure -> onFailure.accept(messages.text("error.verdicts"), failure)));
        });
    }

    private void sessionChanged(@Nullable DatasetSession session) {
        book.set(VerdictBook.EMPTY);
        if (session != null) {
            Path folder = session.editing().folder();
            tasks.submit(TaskRequest.<VerdictBook>quiet(Lane.IO, (progress, token) -> library.read(folder))
                    .onSuccess(read -> {
                        boolean same =
                                workspace.session().filter(session::equals).isPresent();
                        if (same) {
                            read.verdicts().forEach((subject, verdict) -> {
                                if (book.get().on(subject).isEmpty()) {
                                    book.set(book.get().with(subject, verdict));
                                }
                            });
                        }
                    })
                    .onFailure(failure -> onFailure.accept(messages.text("error.verdicts"), failure)));
        }
    }
}
