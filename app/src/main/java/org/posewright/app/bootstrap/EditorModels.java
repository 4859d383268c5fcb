package org.posewright.app.bootstrap;

import java.util.function.BiConsumer;
import org.posewright.app.task.TaskService;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.browser.BrowserViewModel;
import org.posewright.app.viewmodel.browser.ComparisonBoard;
import org.posewright.app.viewmodel.browser.FactBoard;
import org.posewright.app.viewmodel.check.DatasetCheckViewModel;
import org.posewright.app.viewmodel.editor.CanvasEditing;
import org.posewright.app.viewmodel.editor.EditCommands;
import org.posewright.app.viewmodel.editor.EditorViewModel;
import org.posewright.app.viewmodel.editor.OverlayViewModel;
import org.posewright.app.viewmodel.editor.PictureLoader;
import org.posewright.app.viewmodel.editor.PictureViewModel;
import org.posewright.app.viewmodel.inspector.InspectorViewModel;
import org.posewright.app.viewmodel.model.ModelFit;
import org.posewright.app.viewmodel.model.ModelLibrary;
import org.posewright.app.viewmodel.model.ModelViewModel;
import org.posewright.app.viewmodel.model.OksSettings;
import org.posewright.app.viewmodel.model.PredictionViewModel;
import org.posewright.app.viewmodel.session.DatasetLibrary;
import org.posewright.app.viewmodel.session.LabelLoader;
import org.posewright.app.viewmodel.session.OpeningViewModel;
import org.posewright.app.viewmodel.session.Workspace;
import org.posewright.app.viewmodel.shell.ShellViewModel;
import org.posewright.app.viewmodel.status.StatusViewModel;

/** The view-models of one window, made and connected; needs no toolkit, so that tests make it too. */
public final class EditorModels {

    /** What the view-models need from outside. */
    public record Services(
            TaskService tasks,
            DatasetLibrary datasets,
            ModelLibrary models,
            PictureLoader pictures,
            Messages messages,
            BiConsumer<String, Throwable> onFailure) {}

    private final Workspace workspace = new Workspace();
    private final OverlayViewModel overlay = new OverlayViewModel();
    private final ModelViewModel models;
    private final ModelFit modelFit;
    private final PredictionViewModel predictions;
    private final EditorViewModel editor;
    private final EditCommands commands;
    private final CanvasEditing canvasEditing;
    private final PictureViewModel pictures;
    private final InspectorViewModel inspector;
    private final OpeningViewModel opening;
    private final LabelLoader labels;
    private final ComparisonBoard comparisons;
    private final BrowserViewModel browser;
    private final DatasetCheckViewModel datasetCheck;
    private final ShellViewModel shell;
    private final StatusViewModel status;

    public EditorModels(Services services) {
        Messages messages = services.messages();
        models = new ModelViewModel(services.models(), services.tasks(), messages, services.onFailure());
        modelFit = new ModelFit(workspace, models, messages);
        predictions =
                new PredictionViewModel(workspace, models, modelFit, services.tasks(), messages, services.onFailure());
        opening =
                new OpeningViewModel(workspace, services.datasets(), services.tasks(), messages, services.onFailure());
        labels = new LabelLoader(workspace, services.tasks(), messages, services.onFailure());
        editor = new EditorViewModel(workspace, predictions, overlay, new OksSettings());
        commands = new EditCommands(editor);
        canvasEditing = new CanvasEditing(editor, commands);
        pictures = new PictureViewModel(workspace, services.tasks(), services.pictures(), messages);
        inspector = new InspectorViewModel(editor, commands, messages);
        comparisons = new ComparisonBoard(workspace, predictions, editor.oks(), services.tasks());
        predictions.onArrival(comparisons::compareAll);
        browser = new BrowserViewModel(workspace, services.tasks(), new FactBoard(workspace, comparisons));
        predictions.revision().subscribe(revision -> browser.agreementChanged());
        editor.oks().revisionProperty().subscribe(revision -> browser.agreementChanged());
        comparisons.comparedProperty().subscribe(count -> browser.agreementChanged());
        datasetCheck = new DatasetCheckViewModel(editor, services.tasks(), messages, services.onFailure());
        shell = new ShellViewModel(workspace, messages);
        status = new StatusViewModel(
                workspace, browser, new StatusViewModel.Model(models, modelFit), services.tasks(), messages);
    }

    public Workspace workspace() {
        return workspace;
    }

    public OverlayViewModel overlay() {
        return overlay;
    }

    public ModelViewModel models() {
        return models;
    }

    public ModelFit modelFit() {
        return modelFit;
    }

    public PredictionViewModel predictions() {
        return predictions;
    }

    public EditorViewModel editor() {
        return editor;
    }

    public EditCommands commands() {
        return commands;
    }

    public CanvasEditing canvasEditing() {
        return canvasEditing;
    }

    public PictureViewModel pictures() {
        return pictures;
    }

    public InspectorViewModel inspector() {
        return inspector;
    }

    public OpeningViewModel opening() {
        return opening;
    }

    public LabelLoader labels() {
        return labels;
    }

    public ComparisonBoard comparisons() {
        return comparisons;
    }

    public BrowserViewModel browser() {
        return browser;
    }

    public DatasetCheckViewModel datasetCheck() {
        return datasetCheck;
    }

    public ShellViewModel shell() {
        return shell;
    }

    public StatusViewModel status() {
        return status;
    }
}
