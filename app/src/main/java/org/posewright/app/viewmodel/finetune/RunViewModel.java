package org.posewright.app.viewmodel.finetune;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskSlot;
import org.posewright.app.text.Messages;
import org.posewright.app.training.CrashExplanation;
import org.posewright.app.training.RunDetails;
import org.posewright.app.training.RunFiles;
import org.posewright.app.training.RunFollower;
import org.posewright.app.training.RunPhase;
import org.posewright.app.training.RunState;
import org.posewright.training.run.TrainingControl.Wish;

/** One run: followed while its process works, steered, and read when it has ended. */
public final class RunViewModel {

    private final TrainingServices services;
    private final TaskSlot following;
    private final TaskSlot reading;
    private final Runnable onTurn;
    private final ReadOnlyObjectWrapper<@Nullable RunFiles> run = new ReadOnlyObjectWrapper<>(this, "run");
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(this, "state", RunState.UNKNOWN);
    private final ReadOnlyObjectWrapper<RunDetails> details =
            new ReadOnlyObjectWrapper<>(this, "details", RunDetails.NONE);
    private long generation;

    /**
     * @param onTurn called when the process of the shown run has ended or a new one works on it
     */
    public RunViewModel(TrainingServices services, Runnable onTurn) {
        this.services = services;
        this.onTurn = onTurn;
        following = new TaskSlot(services.tasks());
        reading = new TaskSlot(services.tasks());
    }

    /** Null while none is chosen. */
    public ReadOnlyObjectProperty<@Nullable RunFiles> runProperty() {
        return run.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Settings, pictures and models of the run; read again when an epoch ends. */
    public ReadOnlyObjectProperty<RunDetails> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    /** Shows a run and follows it until it ends. */
    public void open(RunFiles files) {
        boolean isOther = !files.equals(run.get());
        if (isOther) {
            state.set(RunState.UNKNOWN);
            details.set(RunDetails.NONE);
        }
        run.set(files);
        long mine = ++generation;
        Consumer<RunState> arrivals = services.tasks().batching(states -> {
            if (mine == generation) {
                take(states.get(states.size() - 1));
            }
        });
        Messages messages = services.messages();
        following.submit(TaskRequest.<Boolean>quiet(Lane.PROCESS, (progress, token) -> {
                    new RunFollower(files, why -> sentence(why, messages)).follow(arrivals, token);
                    return true;
                })
                .onSuccess(ended -> onTurn.run())
                .onFailure(failure -> services.onFailure().accept(messages.text("train.error.read"), failure)));
        readDetails(files);
    }

    /** Shows none; a process that works goes on. */
    public void close() {
        generation++;
        following.cancel();
        reading.cancel();
        run.set(null);
        state.set(RunState.UNKNOWN);
        details.set(RunDetails.NONE);
    }

    public ObservableValue<Boolean> canPause() {
        return state.map(s -> run.get() != null
                && (s.phase() == RunPhase.RUNNING
                        || s.phase() == RunPhase.VALIDATING
                        || s.phase() == RunPhase.PREPARING));
    }

    public ObservableValue<Boolean> canResume() {
        return state.map(s ->
                run.get() != null && (s.phase() == RunPhase.PAUSED || s.phase().isUnfinished()));
    }

    public ObservableValue<Boolean> isActive() {
        return state.map(s -> run.get() != null && s.phase().isActive());
    }

    /** Whether there is a model to predict with. */
    public ObservableValue<Boolean> hasModel() {
        return details.map(d -> d.model() != null);
    }

    public void pause() {
        wish(Wish.PAUSE);
    }

    public void stopAndKeepBest() {
        wish(Wish.STOP);
    }

    public void cancel() {
        wish(Wish.CANCEL);
    }

    /** Ends any run, shown or not. */
    public void cancel(RunFiles files) {
        wish(files, Wish.CANCEL);
    }

    /** Wakes a paused run, or starts a process that goes on with one that ended early. */
    public void resume() {
        RunFiles files = run.get();
        if (files == null) {
            return;
        }
        if (state.get().phase() == RunPhase.PAUSED) {
            wish(Wish.RUN);
            return;
        }
        state.set(state.get().ended(RunPhase.PREPARING, ""));
        services.tasks()
                .submit(TaskRequest.<Boolean>quiet(Lane.IO, (progress, token) -> {
                            services.launcher().resume(files);
                            return true;
                        })
                        .onSuccess(started -> {
                            open(files);
                            onTurn.run();
                        })
                        .onFailure(failure ->
                                services.onFailure().accept(services.messages().text("train.error.start"), failure)));
    }

    /** Why a process is gone and what to do, in a sentence. */
    static String sentence(CrashExplanation why, Messages messages) {
        String remedy = why.smallerBatch() > 0 ? messages.text("train.crash.smaller-batch", why.smallerBatch()) : "";
        return messages.text("train.crash." + why.cause(), why.detail(), remedy).strip();
    }

    /** What the run is doing, in a word or two. */
    public String phaseText() {
        return RunText.phase(state.get().phase(), services.messages());
    }

    private void wish(Wish wish) {
        RunFiles files = run.get();
        if (files != null) {
            wish(files, wish);
        }
    }

    private void wish(RunFiles files, Wish wish) {
        services.tasks()
                .submit(TaskRequest.<Boolean>quiet(Lane.IO, (progress, token) -> {
                            services.launcher().control(files, wish);
                            return true;
                        })
                        .onFailure(failure ->
                                services.onFailure().accept(services.messages().text("train.error.control"), failure)));
    }

    private void take(RunState now) {
        RunState before = state.get();
        state.set(now);
        RunFiles files = run.get();
        if (files != null && (before.epochsDone() != now.epochsDone() || before.phase() != now.phase())) {
            readDetails(files);
        }
    }

    private void readDetails(RunFiles files) {
        reading.submit(TaskRequest.<RunDetails>quiet(Lane.IO, (progress, token) -> RunDetails.read(files))
                .onSuccess(details::set)
                .onFailure(failure ->
                        services.onFailure().accept(services.messages().text("train.error.read"), failure)));
    }

    /** Settings that differ from the defaults. */
    public Map<String, String> settings() {
        return details.get().settings();
    }

    /** Pictures of the validation, labels and predictions in pairs. */
    public List<Path> pictures() {
        return details.get().pictures();
    }
}
