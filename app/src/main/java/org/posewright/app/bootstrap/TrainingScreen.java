package org.posewright.app.bootstrap;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.action.MenuId;
import org.posewright.app.dialog.DialogService;
import org.posewright.app.task.Lane;
import org.posewright.app.task.TaskRequest;
import org.posewright.app.task.TaskService;
import org.posewright.app.text.Messages;
import org.posewright.app.theme.ThemeService;
import org.posewright.app.training.EstimateFolders;
import org.posewright.app.training.RunEstimator;
import org.posewright.app.training.RunFiles;
import org.posewright.app.training.RunLauncher;
import org.posewright.app.training.RunState;
import org.posewright.app.training.StoredRun;
import org.posewright.app.training.TrainingProgram;
import org.posewright.app.view.finetune.AugmentationPane;
import org.posewright.app.view.finetune.ChangesPane;
import org.posewright.app.view.finetune.NextSteps;
import org.posewright.app.view.finetune.TrainingToolbar;
import org.posewright.app.view.finetune.TrainingView;
import org.posewright.app.view.shell.Screen;
import org.posewright.app.viewmodel.evaluation.VerdictViewModel;
import org.posewright.app.viewmodel.finetune.ChangesViewModel;
import org.posewright.app.viewmodel.finetune.FineTuneViewModel;
import org.posewright.app.viewmodel.finetune.MosaicViewModel;
import org.posewright.app.viewmodel.finetune.RunPictures;
import org.posewright.app.viewmodel.finetune.RunText;
import org.posewright.app.viewmodel.finetune.RunViewModel;
import org.posewright.app.viewmodel.finetune.RunWatch;
import org.posewright.app.viewmodel.finetune.RunsViewModel;
import org.posewright.app.viewmodel.finetune.TileVerdicts;
import org.posewright.app.viewmodel.finetune.TrainingServices;
import org.posewright.app.viewmodel.shell.ShellViewModel;

/** Training: its view-models, its actions, its screen. */
final class TrainingScreen implements AutoCloseable {

    /** Id of the screen. */
    static final String ID = "training";

    private static final long FOLLOW_NANOS = 5_000_000_000L;

    /** What the window lends. */
    record Window(TaskService tasks, DialogService dialogs, ThemeService theme, Messages messages) {}

    private final EditorModels models;
    private final Window window;
    private final Messages messages;
    private final RunsViewModel runs;
    private final RunViewModel run;
    private final RunWatch watch;
    private final FineTuneViewModel form;
    private final FineTuneDialog dialog;
    private final MosaicViewModel mosaic;
    private final RunPictures pictures;
    private final ChangesViewModel changes;
    private final TrainingView view;
    private final NextSteps nextSteps = new NextSteps();
    private long followed = System.nanoTime();
    private boolean wantsNewest;
    private boolean wantsActive = true;

    TrainingScreen(
            EditorModels models,
            Window window,
            PictureFiles files,
            VerdictViewModel verdicts,
            UserFolders folders,
            BiConsumer<String, Throwable> onFailure) {
        this.models = models;
        this.window = window;
        this.messages = window.messages();
        TrainingProgram program = TrainingProgram.ofThisProgram();
        EstimateFolders estimates = new EstimateFolders(folders.cache().resolve("estimates"));
        TrainingServices services = new TrainingServices(
                new RunLauncher(program, folders.data().resolve("runs")),
                new RunEstimator(program, estimates),
                window.tasks(),
                messages,
                onFailure);
        window.tasks().submit(TaskRequest.<Boolean>quiet(Lane.IO, (progress, token) -> {
            estimates.removeAbandoned();
            return true;
        }));
        runs = new RunsViewModel(services);
        run = new RunViewModel(services, runs::refresh);
        watch = new RunWatch(services, new Decisions());
        form = new FineTuneViewModel(models.workspace(), services);
        dialog = new FineTuneDialog(form, models.models(), window.dialogs(), messages);
        mosaic = new MosaicViewModel(models.workspace(), services, files);
        pictures = new RunPictures(run, services, files);
        changes = new ChangesViewModel(run, services, files);
        view = new TrainingView(
                new TrainingView.Models(run, runs, mosaic, pictures),
                new TrainingView.Parts(
                        new ChangesPane(
                                changes,
                                window.theme(),
                                this::openChange,
                                changes.canOpenPicture(models.workspace()),
                                messages),
                        new AugmentationPane(form.settings(), run, messages),
                        nextSteps,
                        new TileVerdicts(models.workspace(), verdicts),
                        () -> models.shell().screenProperty().set(ShellViewModel.EDITOR)),
                window.theme(),
                this::open,
                messages);
        form.settings().revisionProperty().subscribe((before, now) -> settingsChanged());
        view.pageProperty().subscribe((before, page) -> pageChanged());
        run.stateProperty().subscribe((before, now) -> {
            boolean isTurn = before.phase().isActive() != now.phase().isActive();
            boolean isNews = before.epochsDone() != now.epochsDone() || before.setup() == null && now.setup() != null;
            if (isTurn || isNews && isSeen()) {
                runs.refresh();
                pageChanged();
            } else if (isSeen() && isTimeToFollow(before, now)) {
                pageChanged();
            }
        });
        runs.runs().addListener((javafx.collections.ListChangeListener<StoredRun>) change -> showNewest());
        runs.refresh();
    }

    /** Making a batch takes the trainer's processor: while it trains, one of many is shown. */
    private boolean isTimeToFollow(RunState before, RunState now) {
        boolean isTime =
                !Objects.equals(before.position(), now.position()) && System.nanoTime() - followed > FOLLOW_NANOS;
        if (isTime) {
            followed = System.nanoTime();
        }
        return isTime;
    }

    private boolean isSeen() {
        return models.shell().screenProperty().get().equals(ID);
    }

    /** While no run is shown, the batches are those of the dialog's settings, at once. */
    private void settingsChanged() {
        boolean isPreview = isSeen()
                && view.pageProperty().get() == TrainingView.Page.BATCHES
                && run.runProperty().get() == null;
        if (isPreview) {
            mosaic.showSettings(form.settings(), form.choiceProperty().get());
        }
    }

    void define(ActionCatalog actions) {
        actions.define(MenuId.TRAIN, "train.fine-tune")
                .icon("mdi2s-school-outline")
                .key("Shortcut+T")
                .enabledWhen(models.shell().hasDataset())
                .runs(this::fineTune);
        actions.define(MenuId.TRAIN, "train.runs").key("Shortcut+Shift+T").runs(this::show);
        actions.define(MenuId.TRAIN, "train.batches")
                .enabledWhen(models.shell().hasDataset())
                .runs(this::previewBatches);
        actions.define(MenuId.TRAIN, "train.pause")
                .newGroup()
                .enabledWhen(run.canPause())
                .runs(run::pause);
        actions.define(MenuId.TRAIN, "train.resume")
                .enabledWhen(run.canResume())
                .runs(run::resume);
        actions.define(MenuId.TRAIN, "train.stop").enabledWhen(run.isActive()).runs(run::stopAndKeepBest);
        actions.define(MenuId.TRAIN, "train.cancel").enabledWhen(run.isActive()).runs(this::cancel);
        actions.define(MenuId.TRAIN, "train.use")
                .newGroup()
                .enabledWhen(run.hasModel())
                .runs(this::useForPrediction);
        actions.define(MenuId.TRAIN, "train.changes")
                .enabledWhen(run.hasModel())
                .runs(this::showChanges);
        var isTraining = Bindings.createBooleanBinding(
                () -> models.shell().screenProperty().get().equals(ID),
                models.shell().screenProperty());
        actions.define(MenuId.TRAIN, "train.back")
                .icon("mdi2a-arrow-left")
                .newGroup()
                .enabledWhen(isTraining)
                .runs(this::back);
    }

    /** Looks at the runs no more; those that train go on. */
    @Override
    public void close() {
        watch.close();
    }

    Screen screen(ActionCatalog actions) {
        nextSteps.offer(actions, List.of("train.changes"));
        TrainingToolbar toolbar = new TrainingToolbar(actions, run, view.pageProperty(), messages);
        return new Screen(ID, toolbar, view, this::shown);
    }

    private void shown() {
        runs.refresh();
        pageChanged();
        view.requestFocus();
    }

    private void show() {
        wantsNewest = run.runProperty().get() == null;
        models.shell().screenProperty().set(ID);
    }

    /** What the run made better and worse, measured at once. */
    private void showChanges() {
        models.shell().screenProperty().set(ID);
        view.pageProperty().set(TrainingView.Page.CHANGES);
        changes.measureOnce();
    }

    /** Somebody who comes to see runs sees the newest. */
    private void showNewest() {
        runs.runs().stream().filter(StoredRun::isActive).forEach(active -> watch.watch(active.files()));
        if (wantsActive) {
            // A run of an earlier window that still trains is followed from the start.
            wantsActive = false;
            runs.runs().stream().filter(StoredRun::isActive).findFirst().ifPresent(active -> run.open(active.files()));
        }
        if (wantsNewest && !runs.runs().isEmpty()) {
            wantsNewest = false;
            open(runs.runs().get(0).files());
        }
    }

    private void openChange() {
        changes.openPicture(
                models.workspace(), () -> models.shell().screenProperty().set(ShellViewModel.EDITOR));
    }

    private void back() {
        models.shell()
                .screenProperty()
                .set(models.workspace().session().isPresent() ? ShellViewModel.EDITOR : ShellViewModel.WELCOME);
    }

    private void open(RunFiles files) {
        run.open(files);
        mosaic.clear("");
        pageChanged();
    }

    /** The batches of the run that is shown are made when somebody wants to see them. */
    private void pageChanged() {
        RunFiles shown = run.runProperty().get();
        TrainingView.Page page = view.pageProperty().get();
        boolean hasBatches = page == TrainingView.Page.BATCHES || page == TrainingView.Page.RUN;
        if (!hasBatches || !isSeen() || shown == null) {
            return;
        }
        var position = run.stateProperty().get().position();
        if (run.stateProperty().get().setup() == null) {
            mosaic.clear(messages.text("train.mosaic.not-yet"));
            return;
        }
        mosaic.arriveAt(position == null ? 1 : position.epoch(), position == null ? 1 : position.batch());
        mosaic.showRun(shown);
    }

    private void previewBatches() {
        wantsNewest = false;
        dialog.refresh();
        run.close();
        models.shell().screenProperty().set(ID);
        view.pageProperty().set(TrainingView.Page.BATCHES);
        mosaic.epochProperty().set(1);
        mosaic.batchProperty().set(1);
        mosaic.showSettings(form.settings(), form.choiceProperty().get());
    }

    private void fineTune() {
        dialog.show(this::previewBatches, files -> {
            runs.refresh();
            open(files);
            view.pageProperty().set(TrainingView.Page.RUN);
            models.shell().screenProperty().set(ID);
        });
    }

    private void cancel() {
        if (isEndConfirmed()) {
            run.cancel();
        }
    }

    private boolean isEndConfirmed() {
        DialogService.Question question = new DialogService.Question(
                messages.text("train.cancel.title"),
                messages.text("train.cancel.question"),
                "",
                List.of(messages.text("train.cancel.yes")),
                messages.text("train.cancel.no"),
                java.util.Set.of(0));
        return window.dialogs().choose(question).isPresent();
    }

    private void useForPrediction() {
        Path model = run.detailsProperty().get().model();
        if (model != null) {
            models.models().open(model);
            back();
        }
    }

    /** What follows from a run of the status bar. */
    private final class Decisions implements RunWatch.Listener {

        @Override
        public void ended(RunFiles ended, RunState state) {
            runs.refresh();
            if (!isSeen()) {
                window.dialogs()
                        .notify(
                                messages.text("train.ended.title"),
                                messages.text("train.ended", ended.name(), RunText.phase(state.phase(), messages)));
            }
        }

        @Override
        public void endWanted(RunFiles wanted) {
            if (isEndConfirmed()) {
                run.cancel(wanted);
            }
            watch.watch(wanted);
        }
    }
}
