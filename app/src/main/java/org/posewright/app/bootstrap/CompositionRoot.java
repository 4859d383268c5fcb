package org.posewright.app.bootstrap;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.action.MenuId;
import org.posewright.app.canvas.PoseCanvas;
import org.posewright.app.dialog.DialogService;
import org.posewright.app.dialog.ErrorPresenter;
import org.posewright.app.dialog.FxDialogService;
import org.posewright.app.task.FxTaskService;
import org.posewright.app.task.TaskService;
import org.posewright.app.text.Messages;
import org.posewright.app.theme.Theme;
import org.posewright.app.theme.ThemeService;
import org.posewright.app.view.save.SaveDialogs;
import org.posewright.app.view.shell.AltKeyGuard;
import org.posewright.app.view.shell.Screen;
import org.posewright.app.view.shell.ScreenHost;
import org.posewright.app.view.shell.ShellView;
import org.posewright.app.view.shell.StatusRow;
import org.posewright.app.view.welcome.WelcomeView;
import org.posewright.app.viewmodel.download.DownloadViewModel;
import org.posewright.app.viewmodel.evaluation.EvaluationModels;
import org.posewright.app.viewmodel.evaluation.Surroundings;
import org.posewright.app.viewmodel.model.DeviceParity;
import org.posewright.app.viewmodel.session.SavingViewModel;
import org.posewright.app.viewmodel.shell.ShellViewModel;

/** Puts the parts of the window together. The only place that knows all of them. */
public final class CompositionRoot implements AutoCloseable {

    /** Makes the dialogs of a window. */
    @FunctionalInterface
    public interface DialogMaker {
        DialogService make(Stage owner, ThemeService theme, Messages messages);
    }

    private final PulseWatchdog watchdog = new PulseWatchdog();
    private final TaskService tasks =
            PulseWatchdog.isWanted() ? new FxTaskService(watchdog::around) : new FxTaskService();
    private final Messages messages;
    private final ThemeService theme;
    private final ErrorPresenter errors;
    private final EditorModels models;
    private final SettingsStore settings;
    private final FileActions files;
    private final EditorScreen editor;
    private final Rehearsal rehearsal;
    private final WindowMemory memory;
    private final ActionCatalog actions;
    private final TrainingScreen training;

    public CompositionRoot(Stage stage, UserFolders folders, Settings initial) {
        this(stage, folders, initial, FxDialogService::new);
    }

    /** With other dialogs, for stories. */
    public CompositionRoot(Stage stage, UserFolders folders, Settings initial, DialogMaker dialogMaker) {
        messages = new Messages(initial.preferences().locale());
        settings = new SettingsStore(folders.settingsFile(), initial, tasks);
        theme = new ThemeService(messages.locale());
        theme.themeProperty().set(initial.theme().equals("light") ? Theme.LIGHT : Theme.DARK);
        DialogService dialogs = dialogMaker.make(stage, theme, messages);
        settings.settingsProperty().map(Settings::recent).subscribe(recent -> recent.stream()
                .findFirst()
                .map(path -> Path.of(path).getParent())
                .ifPresent(dialogs::startIn));
        errors = new ErrorPresenter(dialogs, messages);
        PictureFiles pictures = new PictureFiles();
        models = new EditorModels(new EditorModels.Services(
                tasks,
                new DatasetFiles(folders.data()),
                new ModelShelf(folders.cache()),
                pictures,
                messages,
                errors::present));
        actions = new ActionCatalog(messages, initial.preferences().shortcuts());
        DeviceParity parity = new DeviceParity(models.models(), tasks, messages, errors::present);
        files = new FileActions(models, parity, dialogs, messages);
        editor = new EditorScreen(models, pictures, tasks, theme, messages);
        rehearsal = new Rehearsal(models, editor.canvasArea(), tasks);
        OksDialog oksDialog = new OksDialog(models, dialogs, messages);
        editor.inspector().onChangeOks(oksDialog::ask);
        defineFileMenu(folders, dialogs, stage::close);
        new EditActions(models, dialogs, messages).define(actions);
        new ViewActions(models, theme).define(actions, editor.canvasArea().canvas(), () -> editor.browser()
                .filterField()
                .requestFocus());
        EvaluationModels evaluation = evaluation();
        CompareScreen compare = compareScreen(evaluation, dialogs);
        oksDialog.define(actions);
        training = new TrainingScreen(
                models,
                new TrainingScreen.Window(tasks, dialogs, theme, messages),
                pictures,
                evaluation.verdicts(),
                folders,
                errors::present);
        training.define(actions);
        new HelpActions(dialogs, messages, settings).define(actions);
        ScreenHost screens = new ScreenHost(models.shell().screenProperty());
        screens.register(welcome(actions));
        screens.register(editor.screen(actions, initial.layout(), messages));
        screens.register(compare.screen(actions));
        screens.register(training.screen(actions));
        StatusRow statusRow = new StatusRow(models.status(), editor.pointerLabels(), messages);
        ShellView shell = new ShellView(models.shell(), actions, screens, statusRow, messages);
        shell.offerRecent(
                settings.settingsProperty()
                        .map(s -> s.recent().stream().map(Path::of).toList()),
                files::openPath);
        memory = new WindowMemory(settings, models, theme, editor);
        show(stage, shell, actions);
        EditorPreparation preparation = new EditorPreparation(screens, editor.inspector(), tasks);
        models.opening().showThrough(preparation::whenDone);
        stage.addEventHandler(WindowEvent.WINDOW_SHOWN, event -> preparation.begin());
    }

    /** The file menu in its order, and what hangs on it: first steps, downloads, figures, saving, export. */
    private void defineFileMenu(UserFolders folders, DialogService dialogs, Runnable leave) {
        SavingViewModel saving = new SavingViewModel(
                models.workspace(), tasks, new SaveDialogs(dialogs, messages), messages, errors::present);
        files.define(actions);
        new FirstSteps(models, tasks, messages, errors::present, folders.data().resolve("samples")).define(actions);
        new Downloads(
                        tasks,
                        new DownloadViewModel(tasks, errors::sentence),
                        dialogs,
                        messages,
                        () -> settings.get().preferences(),
                        folders.data().resolve("models"))
                .define(actions, files::openPath);
        new ModelFigures(models, tasks, folders.data(), dialogs, messages, errors::present)
                .define(actions, () -> settings.get().preferences());
        actions.define(MenuId.FILE, "file.save")
                .icon("mdi2c-content-save-outline")
                .key("Shortcut+S")
                .newGroup()
                .enabledWhen(models.workspace()
                        .sessionProperty()
                        .flatMap(s -> s.unsavedImagesProperty().map(n -> n.intValue() > 0))
                        .orElse(false))
                .runs(saving::save);
        new DatasetExport(models, tasks, dialogs, messages, errors::present).define(actions);
        new DatasetNotices(models, saving, messages).define(actions);
        files.defineLeaving(actions, leave);
    }

    /** Opens what the command line or the system asks for: a dataset or a model. */
    public void open(Path path) {
        files.openPath(path);
    }

    /** Brings back what was open besides the dataset. */
    void resume() {
        memory.reopenModel();
    }

    /** Tells of a bug, from any thread. */
    void reportBug(Throwable bug) {
        tasks.later(() -> errors.present(messages.text("error.bug"), bug));
    }

    public EditorModels models() {
        return models;
    }

    /** Whether the code of a drag has been gone through once, so that the first one is as quick as the others. */
    public boolean isWarm() {
        return rehearsal.isDone();
    }

    /** Who looks how long the FX thread is kept; counts only where the run wants it. */
    public PulseWatchdog watchdog() {
        return watchdog;
    }

    /** All actions of the window. */
    public ActionCatalog actions() {
        return actions;
    }

    /** The canvas of the editor, for stories that act on the picture. */
    public PoseCanvas canvas() {
        return editor.canvasArea().canvas();
    }

    /** The filter field of the browser. */
    public TextField filterField() {
        return editor.browser().filterField();
    }

    /** Keeps what is to be remembered and ends all work. */
    @Override
    public void close() {
        memory.keep();
        watchdog.writePulses();
        training.close();
        models.workspace().session().ifPresent(session -> session.edits().drain());
        models.opening().close();
        tasks.close();
    }

    private EvaluationModels evaluation() {
        return new EvaluationModels(
                new EvaluationModels.Window(
                        models.editor(), models.browser(), models.models(), models.predictions(), models.shell()),
                new EvaluationModels.Libraries(BookFile.verdicts(), BookFile.corrections(), new ReportFiles()),
                new Surroundings(tasks, messages, errors::present));
    }

    private CompareScreen compareScreen(EvaluationModels evaluation, DialogService dialogs) {
        CompareScreen screen = new CompareScreen(models, evaluation, theme, messages);
        new EvaluateActions(models, evaluation, screen.tabProperty(), dialogs, messages).define(actions);
        new ExportActions(evaluation, dialogs, messages).define(actions);
        return screen;
    }

    private Screen welcome(ActionCatalog actions) {
        var recent = settings.settingsProperty()
                .map(s -> s.recent().stream().map(Path::of).toList());
        WelcomeView view = new WelcomeView(
                actions,
                List.of(
                        "file.open-sample",
                        "file.open-folder",
                        "file.open-file",
                        "file.get-coco",
                        "model.open",
                        "model.get"),
                recent,
                files::openPath,
                messages);
        return new Screen(ShellViewModel.WELCOME, new javafx.scene.Group(), view, () -> {});
    }

    private void show(Stage stage, ShellView shell, ActionCatalog actions) {
        shell.setStyle(theme.rootStyle());
        Scene scene = new Scene(shell);
        theme.dress(scene.getStylesheets());
        theme.ground(scene);
        AltKeyGuard.install(scene);
        FileDrop.install(scene, this::open);
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            boolean typing = scene.getFocusOwner() instanceof javafx.scene.control.TextInputControl;
            if (!typing && event.getCharacter().equals("?")) {
                actions.get("help.shortcuts").run();
            }
        });
        if (PulseWatchdog.isWanted()) {
            watchdog.watch(scene);
        }
        WindowIcons.put(stage);
        stage.setScene(scene);
        stage.titleProperty().bind(models.shell().titleProperty());
        memory.place(stage);
    }
}
