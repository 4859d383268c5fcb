package org.posewright.app.bootstrap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.action.MenuId;
import org.posewright.app.sample.BundledModel;
import org.posewright.app.sample.BundledSample;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskService;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.session.DatasetSession;
import org.posewright.app.viewmodel.shell.ShellViewModel;

/**
 * Something to try for somebody who has nothing yet: the sample dataset that comes with the program, its model, what that model sees,
 * and the way to the mistakes planted in it.
 */
final class FirstSteps {

    private final EditorModels models;
    private final TaskService tasks;
    private final Messages messages;
    private final BiConsumer<String, Throwable> onFailure;
    private final BundledSample sample;
    private final BundledModel model;
    private @Nullable Path awaited;

    /** What lies unpacked. */
    private record Unpacked(Path dataset, Optional<Path> model) {}

    /**
     * @param samples folder for the unpacked sample
     */
    FirstSteps(
            EditorModels models,
            TaskService tasks,
            Messages messages,
            BiConsumer<String, Throwable> onFailure,
            Path samples) {
        this.models = models;
        this.tasks = tasks;
        this.messages = messages;
        this.onFailure = onFailure;
        sample = new BundledSample(samples);
        model = new BundledModel(samples);
    }

    void define(ActionCatalog actions) {
        actions.define(MenuId.FILE, "file.open-sample")
                .icon("mdi2s-school-outline")
                .runs(this::openSample);
        models.workspace().sessionProperty().subscribe(session -> {
            if (session != null && isSample(session)) {
                leadToMistakes(actions);
            }
            predictWhenReady();
        });
        models.models().modelProperty().subscribe(this::predictWhenReady);
    }

    private void openSample() {
        tasks.submit(TaskRequest.<Unpacked>shown(messages.text("task.unpack-sample"), Lane.IO, this::unpack)
                .onSuccess(this::open)
                .onFailure(failure -> onFailure.accept(messages.text("error.open-dataset"), failure)));
    }

    private Unpacked unpack(ProgressListener progress, CancellationToken token) throws IOException {
        return new Unpacked(sample.unpacked(progress, token), model.unpacked());
    }

    /** A model that somebody has opened already stays. */
    private void open(Unpacked unpacked) {
        awaited = unpacked.model().orElse(null);
        models.opening().open(OpenRequest.of(unpacked.dataset()));
        if (awaited != null && models.models().model().isEmpty()) {
            models.models().open(awaited);
        }
    }

    /** Dataset and model arrive in any order; what the model sees in the pictures follows once both are there. */
    private void predictWhenReady() {
        Path wanted = awaited;
        Optional<DatasetSession> session = models.workspace().session().filter(this::isSample);
        boolean ready =
                wanted != null && models.models().file().filter(wanted::equals).isPresent();
        if (session.isPresent() && ready) {
            awaited = null;
            models.predictions()
                    .predictAll(
                            messages.text("task.predict-sample"),
                            session.get().source().entries());
        }
    }

    private void leadToMistakes(ActionCatalog actions) {
        ShellViewModel.Link find = new ShellViewModel.Link(messages.text("notice.sample.find"), () -> {
            boolean compares = models.models().model().isPresent();
            actions.get(compares ? "evaluate.split" : "evaluate.suspects").run();
        });
        models.shell()
                .noticeProperty()
                .set(new ShellViewModel.Notice(messages.text("notice.sample"), false, List.of(find)));
    }

    private boolean isSample(DatasetSession session) {
        return session.store()
                .frame()
                .root()
                .equals(sample.place().toAbsolutePath().normalize());
    }
}
