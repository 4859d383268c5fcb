package org.posewright.app.viewmodel.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.evaluation.suspect.Verdict;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Skeletons;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskSlot;
import org.posewright.app.viewmodel.browser.BrowserViewModel;
import org.posewright.app.viewmodel.session.DatasetSession;
import org.posewright.app.viewmodel.session.Workspace;

/** What to look at next: cases of a source, filtered by class and verdict, one of them chosen and its picture shown. */
public final class WorkQueueViewModel {

    private final Workspace workspace;
    private final BrowserViewModel browser;
    private final EvaluationViewModel evaluation;
    private final VerdictViewModel verdicts;
    private final Surroundings surroundings;
    private final TaskSlot listing;
    private final ObjectProperty<QueueSource> source = new SimpleObjectProperty<>(this, "source", QueueSource.CASES);
    private final ObjectProperty<@Nullable CaseKind> kind = new SimpleObjectProperty<>(this, "kind");
    private final ReadOnlyObjectWrapper<@Nullable Integer> joint = new ReadOnlyObjectWrapper<>(this, "joint");
    private final ObjectProperty<VerdictFilter> verdictFilter =
            new SimpleObjectProperty<>(this, "verdictFilter", VerdictFilter.ALL);
    private final ReadOnlyObjectWrapper<List<WorkCase>> cases = new ReadOnlyObjectWrapper<>(this, "cases", List.of());
    private final ObjectProperty<@Nullable WorkCase> selected = new SimpleObjectProperty<>(this, "selected");
    private List<WorkCase> all = List.of();

    WorkQueueViewModel(
            Workspace workspace,
            BrowserViewModel browser,
            EvaluationViewModel evaluation,
            VerdictViewModel verdicts,
            Surroundings surroundings) {
        this.workspace = workspace;
        this.browser = browser;
        this.evaluation = evaluation;
        this.verdicts = verdicts;
        this.surroundings = surroundings;
        listing = new TaskSlot(surroundings.tasks());
        evaluation.resultProperty().subscribe(this::reload);
        source.subscribe(this::reload);
        kind.subscribe(chosen -> joint.set(null));
        kind.subscribe(this::filter);
        joint.subscribe(this::filter);
        verdictFilter.subscribe(this::filter);
        verdicts.bookProperty().subscribe(this::filter);
        selected.subscribe(this::showPicture);
        workspace.sessionProperty().subscribe(this::sessionChanged);
    }

    public ObjectProperty<QueueSource> sourceProperty() {
        return source;
    }

    /** Only cases with this class; null for everything that is not good. */
    public ObjectProperty<@Nullable CaseKind> kindProperty() {
        return kind;
    }

    /** Only cases with the class at this joint; null for any joint. */
    public ReadOnlyObjectProperty<@Nullable Integer> jointProperty() {
        return joint.getReadOnlyProperty();
    }

    /** Lists the people with a class of error, at one joint or at any. */
    public void showClass(CaseKind wanted, OptionalInt wantedJoint) {
        source.set(QueueSource.CASES);
        kind.set(wanted);
        joint.set(wantedJoint.isPresent() ? wantedJoint.getAsInt() : null);
    }

    public ObjectProperty<VerdictFilter> verdictFilterProperty() {
        return verdictFilter;
    }

    /** The cases that pass the filters, worst first. */
    public ReadOnlyObjectProperty<List<WorkCase>> casesProperty() {
        return cases.getReadOnlyProperty();
    }

    /** The case that is looked at; null for none. */
    public ObjectProperty<@Nullable WorkCase> selectedProperty() {
        return selected;
    }

    public Optional<WorkCase> selected() {
        return Optional.ofNullable(selected.get());
    }

    public VerdictViewModel verdicts() {
        return verdicts;
    }

    /** Place of the person of a case among the people of their picture, from 1; empty when there is none. */
    public OptionalInt personNumber(WorkCase item) {
        List<PersonInstance> people = workspace
                .session()
                .flatMap(session -> session.record(item.image()))
                .map(ImageRecord::people)
                .orElse(List.of());
        for (int i = 0; i < people.size(); i++) {
            if (item.person().isPresent() && people.get(i).id() == item.person().getAsLong()) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }

    /** The skeleton of the open dataset, which cases name joints of. */
    public Skeleton skeleton() {
        return workspace.session().map(DatasetSession::skeleton).orElse(Skeletons.COCO_PERSON);
    }

    /** Names of the categories of the open dataset, in the order of the evaluation. */
    public List<String> categoryNames() {
        return workspace
                .session()
                .map(session -> session.store().frame().categoryNames())
                .orElse(List.of());
    }

    /** Goes on by some cases; stays at the ends. */
    public void step(int step) {
        List<WorkCase> listed = cases.get();
        if (!listed.isEmpty()) {
            int at = selected().map(listed::indexOf).orElse(-1);
            int to = at < 0 ? 0 : Math.max(0, Math.min(listed.size() - 1, at + step));
            selected.set(listed.get(to));
        }
    }

    /** Decides about the chosen case. */
    public void giveVerdict(Verdict verdict) {
        selected().ifPresent(item -> verdicts.give(item.subject(), verdict));
    }

    /** Lists labels that look wrong, for which no model is needed. */
    public void showSuspects() {
        if (source.get() == QueueSource.SUSPECTS) {
            reload();
        } else {
            source.set(QueueSource.SUSPECTS);
        }
    }

    private void sessionChanged() {
        listing.cancel();
        all = List.of();
        selected.set(null);
        filter();
    }

    private void reload() {
        Optional<DatasetSession> session = workspace.session();
        Optional<SplitEvaluation> made = evaluation.result();
        if (source.get() == QueueSource.CASES || session.isEmpty()) {
            listing.cancel();
            take(made.map(SplitEvaluation::cases).orElse(List.of()));
            return;
        }
        boolean pictures = source.get() == QueueSource.PICTURES;
        if (pictures && made.isEmpty()) {
            listing.cancel();
            take(List.of());
            return;
        }
        LabeledSplit.Source split =
                LabeledSplit.of(session.get(), browser.splitProperty().get());
        SuspicionFinder finder = new SuspicionFinder(session.get().skeleton(), made);
        listing.submit(TaskRequest.<List<WorkCase>>quiet(Lane.IO, (progress, token) -> {
                    var images = split.load(token).images();
                    return pictures ? finder.pictures(images, progress, token) : finder.suspects(images, token);
                })
                .onSuccess(this::take)
                .onFailure(failure ->
                        surroundings.onFailure().accept(surroundings.messages().text("error.queue"), failure)));
    }

    private void take(List<WorkCase> found) {
        all = found;
        filter();
    }

    private void filter() {
        CaseKind wanted = kind.get();
        Integer at = joint.get();
        boolean byClass = source.get() == QueueSource.CASES;
        VerdictFilter decided = verdictFilter.get();
        List<WorkCase> passing = all.stream()
                .filter(item -> !byClass || (wanted == null ? item.kind() != CaseKind.GOOD : item.has(wanted, at)))
                .filter(item -> decided == VerdictFilter.ALL || decided.passes(verdicts.of(item.subject())))
                .toList();
        WorkCase before = selected.get();
        int place = before == null ? -1 : cases.get().indexOf(before);
        cases.set(passing);
        selected.set(choose(before, place, passing));
    }

    /** The same case as it is now; when it is gone, the one in its place. */
    private static @Nullable WorkCase choose(@Nullable WorkCase before, int at, List<WorkCase> passing) {
        if (passing.isEmpty()) {
            return null;
        }
        if (before == null) {
            return passing.get(0);
        }
        return passing.stream()
                .filter(before::isAbout)
                .findFirst()
                .orElseGet(() -> passing.get(Math.max(0, Math.min(passing.size() - 1, at))));
    }

    /** Opens the picture of the chosen case again, which another screen may have left. */
    public void showAgain() {
        showPicture(selected.get());
    }

    private void showPicture(@Nullable WorkCase item) {
        if (item != null) {
            workspace.imageProperty().set(item.image());
        }
    }
}
