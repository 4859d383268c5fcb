package org.posewright.app.viewmodel.session;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.posewright.annotations.edit.LabelConflict;
import org.posewright.annotations.edit.command.EditRefusedException;
import org.posewright.annotations.save.SaveJob;
import org.posewright.annotations.save.SaveOutcome;
import org.posewright.annotations.save.SavePlan;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskService;
import org.posewright.app.text.Messages;

/** Writes labels to their files: plan, review, write. Files that somebody else changed are decided picture by picture. */
public final class SavingViewModel {

    private final Workspace workspace;
    private final TaskService tasks;
    private final SaveReview review;
    private final Messages messages;
    private final BiConsumer<String, Throwable> onFailure;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

    /**
     * @param onFailure told what failed and why
     */
    public SavingViewModel(
            Workspace workspace,
            TaskService tasks,
            SaveReview review,
            Messages messages,
            BiConsumer<String, Throwable> onFailure) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.review = review;
        this.messages = messages;
        this.onFailure = onFailure;
    }

    /** Whether a save is under way. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Saves everything that is unsaved, after the edits that are on their way. */
    public void save() {
        workspace.session().filter(s -> !busy.get()).ifPresent(session -> session.edits()
                .whenIdle(() -> {
                    decideConflicts(session);
                    plan(session);
                }));
    }

    private void plan(DatasetSession session) {
        var job = session.files().plan();
        busy.set(true);
        tasks.submit(TaskRequest.<SavePlan>shown(messages.text("task.plan-save"), Lane.IO, job::run)
                .onSuccess(plan -> {
                    busy.set(false);
                    planned(session, plan);
                })
                .onFailure(this::failed)
                .onCancelled(() -> busy.set(false)));
    }

    private void planned(DatasetSession session, SavePlan plan) {
        if (!plan.diskChanges().isEmpty()) {
            session.files().reread(plan.diskChanges());
            decideConflicts(session);
            plan(session);
            return;
        }
        if (plan.isEmpty()) {
            int undecided = session.editing().conflicts().size();
            if (undecided > 0) {
                review.undecided(undecided);
            } else {
                review.nothingToSave();
            }
            return;
        }
        if (review.confirm(plan, session.skeleton())) {
            busy.set(true);
            session.edits().save(session.files()::prepareSave, job -> write(session, job), this::failed);
        }
    }

    private void write(DatasetSession session, SaveJob job) {
        tasks.submit(TaskRequest.<SaveOutcome>shown(messages.text("task.save"), Lane.IO, job::run)
                .onSuccess(outcome -> {
                    busy.set(false);
                    session.files().endSave(job, outcome);
                    decideConflicts(session);
                    if (!outcome.isComplete() || !outcome.remarks().isEmpty()) {
                        review.tell(outcome);
                    }
                })
                .onFailure(this::failed)
                .onCancelled(() -> busy.set(false)));
    }

    private void decideConflicts(DatasetSession session) {
        List<LabelConflict> conflicts = session.editing().conflicts();
        for (LabelConflict conflict : conflicts) {
            Optional<SaveReview.Choice> choice = review.decide(conflict, session.skeleton());
            if (choice.isEmpty()) {
                return;
            }
            try {
                if (choice.get() == SaveReview.Choice.MINE) {
                    session.editing().keepMine(conflict.image());
                } else {
                    session.editing().takeTheirs(conflict.image());
                }
            } catch (EditRefusedException refused) {
                onFailure.accept(messages.text("error.save"), refused);
                return;
            }
        }
    }

    private void failed(Throwable failure) {
        busy.set(false);
        onFailure.accept(messages.text("error.save"), failure);
    }
}
