package org.posewright.app.viewmodel.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.posewright.annotations.edit.command.EditCommand;
import org.posewright.annotations.edit.command.PredictionEdits;
import org.posewright.annotations.edit.command.ReplacePeople;
import org.posewright.annotations.evaluation.ComparisonRule;
import org.posewright.annotations.evaluation.PersonMatch;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.app.canvas.geometry.Selection;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.editor.EditorViewModel;
import org.posewright.app.viewmodel.session.Workspace;
import org.posewright.app.viewmodel.shell.ShellViewModel;

/** Mends the label of the chosen case: each repair is one undoable command of the editor's history. */
public final class RepairViewModel {

    /** Points of an accepted prediction below this confidence stay unlabelled, as in the editor. */
    private static final double ACCEPT_CONFIDENCE = 0.3;

    private final Workspace workspace;
    private final EvaluationViewModel evaluation;
    private final WorkQueueViewModel queue;
    private final EditorViewModel editor;
    private final ShellViewModel shell;
    private final Messages messages;

    RepairViewModel(
            EvaluationViewModel evaluation,
            WorkQueueViewModel queue,
            EditorViewModel editor,
            ShellViewModel shell,
            Messages messages) {
        this.workspace = editor.workspace();
        this.evaluation = evaluation;
        this.queue = queue;
        this.editor = editor;
        this.shell = shell;
        this.messages = messages;
    }

    /** Whether a repair fits the case with the labels of now. */
    public boolean fits(CaseRepair repair, WorkCase item) {
        return people(repair, item).isPresent() || repair == CaseRepair.TAKE_MODEL && isAcceptable(item);
    }

    /** OKS of the person after a repair; empty where there is no pair or the repair does not fit. */
    public OptionalDouble oksAfter(CaseRepair repair, WorkCase item) {
        Optional<SplitEvaluation> made = evaluation.result();
        List<PosePrediction> believed = believed(item);
        boolean pair = item.prediction().isPresent()
                && item.prediction().getAsInt() < believed.size()
                && item.person().isPresent();
        if (!pair || made.isEmpty()) {
            return OptionalDouble.empty();
        }
        int index = item.prediction().getAsInt();
        ComparisonRule rule = made.get().rule();
        return people(repair, item).stream()
                .flatMap(List::stream)
                .filter(person -> person.id() == item.person().getAsLong())
                .mapToDouble(person ->
                        PersonMatch.of(person, index, believed.get(index), rule).oks())
                .findFirst();
    }

    /** Carries a repair out; does nothing where it does not fit. */
    public void repair(CaseRepair repair) {
        queue.selected().filter(item -> fits(repair, item)).ifPresent(item -> {
            String label = messages.text(repair.messageKey());
            if (repair == CaseRepair.TAKE_MODEL && isAcceptable(item)) {
                submit(item, this::acceptance);
            } else {
                submit(item, image -> people(repair, item).map(people -> ReplacePeople.between(image, people, label)));
            }
        });
    }

    /** Shows the person or point of the case in the editor, selected. */
    public void editByHand() {
        queue.selected().ifPresent(item -> {
            workspace.imageProperty().set(item.image());
            shell.screenProperty().set(ShellViewModel.EDITOR);
            if (item.person().isPresent()) {
                long id = item.person().getAsLong();
                List<Integer> joints = CaseWords.joints(item);
                editor.selectionProperty()
                        .set(joints.isEmpty() ? Selection.ofPerson(id) : Selection.ofKeypoint(id, joints.get(0)));
            }
        });
    }

    private boolean isAcceptable(WorkCase item) {
        return item.person().isEmpty()
                && item.prediction().isPresent()
                && item.prediction().getAsInt() < believed(item).size();
    }

    private Optional<EditCommand> acceptance(ImageRecord image) {
        return queue.selected().filter(this::isAcceptable).flatMap(item -> workspace
                .session()
                .map(session -> new PredictionEdits(session.skeleton(), session.store()::newPersonId)
                        .accept(
                                image,
                                List.of(believed(item).get(item.prediction().getAsInt())),
                                ACCEPT_CONFIDENCE)));
    }

    private Optional<List<PersonInstance>> people(CaseRepair repair, WorkCase item) {
        return workspace.session().flatMap(session -> session.record(item.image())
                .flatMap(image -> repair.apply(item, image, believed(item), session.skeleton())));
    }

    private List<PosePrediction> believed(WorkCase item) {
        return evaluation.result().map(made -> made.believed(item.image())).orElse(List.of());
    }

    private void submit(WorkCase item, Function<ImageRecord, Optional<? extends EditCommand>> command) {
        workspace.session().ifPresent(session -> session.record(item.image())
                .flatMap(command)
                .ifPresent(made -> session.edits().submit(() -> made)));
    }
}
