package org.posewright.app.viewmodel.finetune;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.text.Messages;
import org.posewright.app.training.RunFiles;
import org.posewright.app.training.RunFollower;
import org.posewright.app.training.RunPhase;
import org.posewright.app.training.RunState;

/** Runs that train now, each a task of the status bar, whichever screen is shown and whichever window started them. */
public final class RunWatch implements AutoCloseable {

    private static final long WHOLE = 1000;

    private final TrainingServices services;
    private final Listener listener;
    private final Set<RunFiles> watched = new HashSet<>();
    private boolean isClosed;

    /** Hears on the FX thread. */
    public interface Listener {

        /** The process of a run has ended, for whatever reason. */
        void ended(RunFiles run, RunState state);

        /** A person pressed the cross of the status bar. The run goes on unwatched until somebody decides. */
        void endWanted(RunFiles run);
    }

    public RunWatch(TrainingServices services, Listener listener) {
        this.services = services;
        this.listener = listener;
    }

    /** Shows how far a run is until it ends; once for each run. */
    public void watch(RunFiles run) {
        if (isClosed || !watched.add(run)) {
            return;
        }
        Messages messages = services.messages();
        services.tasks()
                .submit(TaskRequest.<RunState>shown(
                                messages.text("train.task.run", run.name()),
                                Lane.PROCESS,
                                (progress, token) -> follow(run, messages, progress, token))
                        .telling()
                        .onSuccess(state -> {
                            watched.remove(run);
                            listener.ended(run, state);
                        })
                        .onCancelled(() -> {
                            watched.remove(run);
                            if (!isClosed) {
                                listener.endWanted(run);
                            }
                        })
                        .onFailure(failure -> {
                            watched.remove(run);
                            services.onFailure().accept(messages.text("train.error.read"), failure);
                        }));
    }

    /** Looks no more; the processes go on. */
    @Override
    public void close() {
        isClosed = true;
    }

    private static RunState follow(RunFiles run, Messages messages, ProgressListener progress, CancellationToken token)
            throws Exception {
        AtomicReference<RunState> last = new AtomicReference<>(RunState.UNKNOWN);
        new RunFollower(run, why -> RunViewModel.sentence(why, messages))
                .follow(
                        state -> {
                            last.set(state);
                            RunState.Position position = state.position();
                            progress.progress(
                                    position == null ? 0 : Math.round(WHOLE * position.fraction()),
                                    position == null ? -1 : WHOLE,
                                    words(state, messages));
                        },
                        token);
        token.throwIfCancelled();
        return last.get();
    }

    /** Such as "epoch 62 of 100 · 11.8 img/s · 1:52 left". */
    static String words(RunState state, Messages messages) {
        RunState.Position position = state.position();
        String phase = RunText.phase(state.phase(), messages);
        if (position == null) {
            return phase;
        }
        String epoch = Integer.toString(position.epoch());
        String epochs = Integer.toString(position.epochs());
        return state.phase() == RunPhase.RUNNING
                ? messages.text(
                        "train.progress",
                        epoch,
                        epochs,
                        String.format(Locale.ROOT, "%.1f", position.imagesPerSecond()),
                        RunText.duration(position.secondsLeft()))
                : messages.text("train.progress.phase", epoch, epochs, phase);
    }
}
