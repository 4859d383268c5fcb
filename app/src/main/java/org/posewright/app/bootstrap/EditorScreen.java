package org.posewright.app.bootstrap;

import java.util.List;
import java.util.OptionalDouble;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Skeletons;
import org.posewright.app.action.ActionCatalog;
import org.posewright.app.gallery.Thumbnail;
import org.posewright.app.gallery.ThumbnailCache;
import org.posewright.app.gallery.ThumbnailGrid;
import org.posewright.app.gallery.ThumbnailSource;
import org.posewright.app.task.TaskService;
import org.posewright.app.text.Messages;
import org.posewright.app.theme.ThemeService;
import org.posewright.app.view.browser.BrowserView;
import org.posewright.app.view.editor.CanvasArea;
import org.posewright.app.view.editor.EditorToolbar;
import org.posewright.app.view.inspector.InspectorView;
import org.posewright.app.view.problems.CheckPanel;
import org.posewright.app.view.shell.Screen;
import org.posewright.app.viewmodel.session.DatasetSession;
import org.posewright.app.viewmodel.session.Workspace;
import org.posewright.app.viewmodel.shell.ShellViewModel;

/** The editor: browser, picture, inspector. */
final class EditorScreen {

    private static final int THUMBNAIL_PIXELS = 220;

    private final EditorModels models;
    private final TaskService tasks;
    private final CanvasArea canvasArea;
    private final BrowserView browser;
    private final InspectorView inspector;
    private final ThumbnailGrid grid;
    private final ThumbnailCache thumbnails;
    private final BorderPane content = new BorderPane();
    private final SplitPane split = new SplitPane();

    EditorScreen(EditorModels models, PictureFiles pictures, TaskService tasks, ThemeService theme, Messages messages) {
        this.models = models;
        this.tasks = tasks;
        Workspace workspace = models.workspace();
        canvasArea = new CanvasArea(models.editor(), models.canvasEditing(), models.pictures(), theme, messages);
        CanvasKeys.install(canvasArea.canvas(), canvasArea.input(), models);
        thumbnails = new ThumbnailCache(
                tasks,
                (key, minimumSide) -> pictures.thumbnail(
                        workspace
                                .session()
                                .flatMap(s -> s.entry(key))
                                .orElseThrow()
                                .file(),
                        minimumSide),
                THUMBNAIL_PIXELS);
        grid = new ThumbnailGrid(source(), thumbnails, theme);
        browser = new BrowserView(models.browser(), grid, workspace, messages);
        inspector = new InspectorView(models.inspector(), theme, messages);
        content.setCenter(split);
        // Made when it is first wanted: a table takes its time, and most datasets are opened without a look at it.
        models.datasetCheck().shownProperty().subscribe(shown -> {
            if (shown && content.getBottom() == null) {
                content.setBottom(new CheckPanel(models.datasetCheck(), messages));
            }
        });
        split.getStyleClass().add("workspace");
        inspector.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (!(event.getTarget() instanceof TextInputControl)) {
                focusPicture();
            }
        });
        SplitPane.setResizableWithParent(browser, false);
        SplitPane.setResizableWithParent(inspector, false);
        workspace.sessionProperty().subscribe(this::sessionChanged);
        models.comparisons().freshProperty().subscribe(revision -> grid.refreshAll());
        models.predictions().revision().subscribe(revision -> grid.refreshAll());
        models.editor().oks().revisionProperty().subscribe(revision -> grid.refreshAll());
    }

    CanvasArea canvasArea() {
        return canvasArea;
    }

    InspectorView inspector() {
        return inspector;
    }

    BrowserView browser() {
        return browser;
    }

    /** What the status row says about the pointer. */
    /** Place of the pointer and zoom, seen with the editor only. */
    List<Label> pointerLabels() {
        List<Label> labels = List.of(canvasArea.position(), canvasArea.zoom());
        for (Label label : labels) {
            label.visibleProperty().bind(models.shell().screenProperty().isEqualTo(ShellViewModel.EDITOR));
            label.managedProperty().bind(label.visibleProperty());
        }
        return labels;
    }

    Screen screen(ActionCatalog actions, Settings.Layout layout, Messages messages) {
        browser.setPrefWidth(layout.browserWidth());
        inspector.setPrefWidth(layout.inspectorWidth());
        models.shell().browserShownProperty().subscribe(this::arrange);
        models.shell().inspectorShownProperty().subscribe(this::arrange);
        arrange();
        EditorToolbar toolbar = new EditorToolbar(actions, models.overlay(), models.predictions(), messages);
        return new Screen(ShellViewModel.EDITOR, toolbar, content, () -> tasks.later(this::focusPicture));
    }

    /** The widths of now, for the next start. */
    Settings.Layout layout(Settings.Layout before) {
        double left = split.getItems().contains(browser) ? browser.getWidth() : before.browserWidth();
        double right = split.getItems().contains(inspector) ? inspector.getWidth() : before.inspectorWidth();
        boolean fit = canvasArea.canvas().zoomModeProperty().get() == org.posewright.app.canvas.ZoomMode.FIT;
        return left > 0 && right > 0 ? new Settings.Layout(left, right, fit) : before;
    }

    /** Keys of the editor act on the picture, so it has the focus unless somebody types. */
    private void focusPicture() {
        canvasArea.canvas().glass().requestFocus();
    }

    private void arrange() {
        ObservableList<Node> items = split.getItems();
        items.clear();
        if (models.shell().browserShownProperty().get()) {
            items.add(browser);
        }
        items.add(canvasArea);
        if (models.shell().inspectorShownProperty().get()) {
            items.add(inspector);
        }
        split.widthProperty().subscribe((before, after) -> {
            if (before.doubleValue() <= 0 && after.doubleValue() > 0) {
                placeDividers();
            }
        });
        placeDividers();
    }

    private void placeDividers() {
        double width = split.getWidth();
        if (width <= 0) {
            return;
        }
        boolean left = split.getItems().contains(browser);
        boolean right = split.getItems().contains(inspector);
        double share = Math.min(1, width / 1280);
        if (left) {
            split.setDividerPosition(0, browser.getPrefWidth() * share / width);
        }
        if (right) {
            split.setDividerPosition(left ? 1 : 0, 1 - inspector.getPrefWidth() / width);
        }
    }

    private void sessionChanged(DatasetSession before, DatasetSession after) {
        thumbnails.clear();
        if (after != null) {
            after.store().addListener(change -> grid.refresh(change.images()));
        }
    }

    private ThumbnailSource source() {
        return new ThumbnailSource() {
            @Override
            public Thumbnail thumbnail(ImageKey key) {
                return new Thumbnail(
                        key, models.workspace().session().flatMap(s -> s.record(key)), mark(key), oks(key));
            }

            @Override
            public Skeleton skeleton() {
                return models.workspace()
                        .session()
                        .map(DatasetSession::skeleton)
                        .orElse(Skeletons.COCO_PERSON);
            }
        };
    }

    private OptionalDouble oks(ImageKey key) {
        return models.comparisons().meanOks(key);
    }

    private Thumbnail.Mark mark(ImageKey key) {
        ImageStatus status =
                models.workspace().session().map(s -> s.status(key)).orElse(ImageStatus.UNTOUCHED);
        return switch (status.state()) {
            case UNTOUCHED -> Thumbnail.Mark.NONE;
            case EDITED -> Thumbnail.Mark.EDITED;
            case REVIEWED -> Thumbnail.Mark.REVIEWED;
            case FLAGGED -> Thumbnail.Mark.FLAGGED;
        };
    }
}
