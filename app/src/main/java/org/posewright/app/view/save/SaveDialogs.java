package org.posewright.app.view.save;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleBooleanProperty;
import org.posewright.annotations.edit.LabelConflict;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.save.PersonDifference;
import org.posewright.annotations.save.SaveOutcome;
import org.posewright.annotations.save.SavePlan;
import org.posewright.app.dialog.ContentDialog;
import org.posewright.app.dialog.DialogService;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.session.SaveReview;

/** Saving as dialogs. */
public final class SaveDialogs implements SaveReview {

    private final DialogService dialogs;
    private final Messages messages;

    public SaveDialogs(DialogService dialogs, Messages messages) {
        this.dialogs = dialogs;
        this.messages = messages;
    }

    @Override
    public boolean confirm(SavePlan plan, Skeleton skeleton) {
        return dialogs.show(new ContentDialog(
                messages.text("save.title"),
                new SavePreview(plan, skeleton, messages),
                messages.text("save.confirm"),
                new SimpleBooleanProperty(!plan.files().isEmpty())));
    }

    @Override
    public Optional<Choice> decide(LabelConflict conflict, Skeleton skeleton) {
        DifferenceText text = new DifferenceText(skeleton, messages);
        String details = messages.text("save.conflict.mine") + "\n"
                + changes(text, conflict.base(), conflict.mine()) + "\n\n"
                + messages.text("save.conflict.theirs") + "\n"
                + changes(text, conflict.base(), conflict.theirs());
        return dialogs.choose(new DialogService.Question(
                        messages.text("save.conflict.title"),
                        messages.text("save.conflict", conflict.image().path()),
                        details,
                        List.of(messages.text("save.keep-mine"), messages.text("save.take-theirs")),
                        messages.text("save.decide-later"),
                        Set.of()))
                .map(index -> index == 0 ? Choice.MINE : Choice.THEIRS);
    }

    @Override
    public void tell(SaveOutcome outcome) {
        String details =
                outcome.failures().stream().map(SaveOutcome.Failure::message).collect(Collectors.joining("\n"));
        String remarks = String.join("\n", outcome.remarks());
        boolean failed = !outcome.failures().isEmpty();
        dialogs.tell(
                failed ? DialogService.Severity.ERROR : DialogService.Severity.INFORMATION,
                messages.text(failed ? "error.save" : "save.title"),
                messages.text(
                        "save.outcome",
                        outcome.written().size(),
                        outcome.failures().size()),
                (details + "\n" + remarks).strip());
    }

    @Override
    public void undecided(int pictures) {
        dialogs.notify(messages.text("save.conflict.title"), messages.text("save.undecided", pictures));
    }

    @Override
    public void nothingToSave() {
        dialogs.notify(messages.text("save.title"), messages.text("save.nothing"));
    }

    private static String changes(DifferenceText text, List<PersonInstance> before, List<PersonInstance> after) {
        return PersonDifference.between(before, after).stream()
                .flatMap(person -> text.lines(person).stream())
                .map(line -> "  " + line)
                .collect(Collectors.joining("\n"));
    }
}
