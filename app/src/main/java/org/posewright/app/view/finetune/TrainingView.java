package org.posewright.app.view.finetune;

import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.posewright.app.text.Messages;
import org.posewright.app.theme.ThemeService;
import org.posewright.app.training.RunFiles;
import org.posewright.app.viewmodel.finetune.MosaicViewModel;
import org.posewright.app.viewmodel.finetune.RunPictures;
import org.posewright.app.viewmodel.finetune.RunViewModel;
import org.posewright.app.viewmodel.finetune.RunsViewModel;
import org.posewright.app.viewmodel.finetune.TileVerdicts;

/** The training screen: the list of runs beside one of the pages of the shown run. */
public final class TrainingView extends SplitPane {

    /** The pages, in the order of their tabs. */
    public enum Page {
        RUN,
        BATCHES,
        PICTURES,
        LABELS,
        CHANGES,
        LOG
    }

    /** What the screen shows. */
    public record Models(RunViewModel run, RunsViewModel runs, MosaicViewModel mosaic, RunPictures pictures) {}

    /**
     * Parts that come from elsewhere.
     *
     * @param onOpenPicture brings the picture's screen forward
     */
    public record Parts(
            Node changes, Node augmentation, Node nextSteps, TileVerdicts verdicts, Runnable onOpenPicture) {}

    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.RUN);
    private final StackPane content = new StackPane();
    private final Models models;
    private final Label empty;
    private final java.util.Map<Page, Node> pages = new java.util.EnumMap<>(Page.class);

    public TrainingView(
            Models models, Parts parts, ThemeService theme, Consumer<RunFiles> onChosen, Messages messages) {
        this.models = models;
        empty = new Label(messages.text("train.empty"));
        empty.setWrapText(true);
        empty.setMaxWidth(460);
        empty.getStyleClass().addAll("secondary", "empty-note");
        MosaicPane strip = new MosaicPane(
                models.mosaic(),
                theme,
                tileCard(parts, theme, messages),
                MosaicPane.Extent.STRIP,
                parts.augmentation(),
                messages);
        MosaicPane whole = new MosaicPane(
                models.mosaic(),
                theme,
                tileCard(parts, theme, messages),
                MosaicPane.Extent.WHOLE,
                parts.augmentation(),
                messages);
        pages.put(Page.RUN, new RunPane(models.run(), models.runs(), strip, parts.nextSteps(), messages));
        pages.put(Page.BATCHES, whole);
        pages.put(Page.PICTURES, new PicturesPane(models.pictures(), messages));
        pages.put(Page.LABELS, new LabelsPane(models.run(), models.runs(), messages));
        pages.put(Page.CHANGES, parts.changes());
        pages.put(Page.LOG, new LogPane(models.run(), messages));
        RunListView list = new RunListView(models.run(), models.runs(), onChosen, messages);
        list.setPrefWidth(250);
        list.setMinWidth(190);
        SplitPane.setResizableWithParent(list, false);
        getItems().setAll(list, content);
        setDividerPositions(0.175);
        getStyleClass().add("workspace");
        page.subscribe(this::arrange);
        models.run().runProperty().subscribe(run -> arrange());
    }

    public ObjectProperty<Page> pageProperty() {
        return page;
    }

    private TileCard tileCard(Parts parts, ThemeService theme, Messages messages) {
        return new TileCard(models.mosaic(), parts.verdicts(), theme, parts.onOpenPicture(), messages);
    }

    private void arrange() {
        boolean isShown = models.run().runProperty().get() != null || page.get() == Page.BATCHES;
        Node wanted = isShown ? pages.get(page.get()) : empty;
        content.getChildren().setAll(java.util.Objects.requireNonNull(wanted));
        models.pictures().setWanted(page.get() == Page.PICTURES);
    }
}
