package org.posewright.app.view.finetune;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.posewright.app.text.Messages;
import org.posewright.app.theme.ThemeService;
import org.posewright.app.training.FlipCheck;
import org.posewright.app.viewmodel.finetune.MosaicViewModel;
import org.posewright.training.augment.Sample;
import org.posewright.training.augment.SamplePerson;
import org.posewright.training.augment.SampleTile;

/** A batch that the trainer sees: tiles to point at, and what was done to the one under the pointer. */
final class MosaicPane extends VBox {

    private static final double SIDE = 252;
    private static final double FACTS_WIDTH = 300;
    private static final double STRIP_SIDE = 212;
    private static final double STRIP_HEIGHT = 306;
    private static final double STRIP_MIN_HEIGHT = 270;
    private static final int MOST = 1_000_000;

    /** How much of it there is. */
    enum Extent {
        /** With the choice of epoch and batch and the flip check. */
        WHOLE,
        /** Tiles and the one under the pointer. */
        STRIP
    }

    private final MosaicViewModel mosaic;
    private final double side;
    private final ThemeService theme;
    private final Messages messages;
    private final TilePane tiles = new TilePane(10, 10);
    private final TileCard card;
    private final Label heading = new Label();
    private final Label message = new Label();
    private final VBox flips = new VBox(4);
    private @Nullable SampleCanvas chosenCanvas;
    private @Nullable SampleTile chosen;
    private @Nullable SamplePerson chosenPerson;
    private boolean isKept;

    /**
     * @param card shows the tile under the pointer
     * @param augmentation settings to try, for the whole extent
     */
    MosaicPane(
            MosaicViewModel mosaic,
            ThemeService theme,
            TileCard card,
            Extent extent,
            Node augmentation,
            Messages messages) {
        side = extent == Extent.WHOLE ? SIDE : STRIP_SIDE;
        this.mosaic = mosaic;
        this.theme = theme;
        this.messages = messages;
        this.card = card;
        heading.getStyleClass().add("heading");
        heading.setWrapText(true);
        heading.setMinHeight(Region.USE_PREF_SIZE);
        message.setWrapText(true);
        message.getStyleClass().addAll("secondary", "empty-note");
        ScrollPane scroll = new ScrollPane(tiles);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox batch = new VBox(10, heading, message, scroll);
        batch.getStyleClass().add("card");
        VBox about = new VBox(12, card);
        about.setPrefWidth(FACTS_WIDTH);
        about.setMinWidth(FACTS_WIDTH);
        Node right = about;
        if (extent == Extent.WHOLE) {
            ScrollPane sideScroll = new ScrollPane(about);
            sideScroll.setFitToWidth(true);
            sideScroll.setMinWidth(FACTS_WIDTH + 12);
            sideScroll.getStyleClass().add("edge-to-edge");
            right = sideScroll;
        }
        HBox row = new HBox(10, batch, right);
        HBox.setHgrow(batch, Priority.ALWAYS);
        VBox.setVgrow(row, Priority.ALWAYS);
        getChildren().setAll(row);
        if (extent == Extent.WHOLE) {
            about.getChildren().addAll(flipCard(), augmentation);
            getChildren().add(0, steps());
            getStyleClass().add("run-pane");
        } else {
            VBox.setVgrow(card, Priority.ALWAYS);
            setMinHeight(STRIP_MIN_HEIGHT);
            setPrefHeight(STRIP_HEIGHT);
        }
        WhileSeen batches =
                new WhileSeen(this, () -> show(mosaic.shownProperty().get()));
        mosaic.shownProperty().subscribe(shown -> batches.changed());
        mosaic.messageProperty().subscribe(text -> {
            message.setText(text);
            message.setVisible(!text.isEmpty());
            message.setManaged(!text.isEmpty());
        });
        theme.tokensProperty()
                .subscribe(tokens -> tiles.getChildren().forEach(node -> ((SampleCanvas) node).setTokens(tokens)));
    }

    private VBox flipCard() {
        return Cards.card(messages, "train.flip.heading", flips);
    }

    private HBox steps() {
        HBox row = new HBox(10);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        row.getChildren()
                .addAll(
                        new Label(messages.text("train.mosaic.epoch")),
                        spinner("train.mosaic.epoch", mosaic.epochProperty()),
                        new Label(messages.text("train.mosaic.batch")),
                        spinner("train.mosaic.batch", mosaic.batchProperty()));
        Label note = new Label(messages.text("train.mosaic.note"));
        note.getStyleClass().add("secondary");
        CheckBox follow = new CheckBox(messages.text("train.mosaic.follow"));
        follow.selectedProperty().bindBidirectional(mosaic.followingProperty());
        follow.visibleProperty().bind(mosaic.ofRunProperty());
        follow.managedProperty().bind(follow.visibleProperty());
        row.getChildren().addAll(follow, note);
        return row;
    }

    private Spinner<Integer> spinner(String key, javafx.beans.property.IntegerProperty value) {
        SpinnerValueFactory.IntegerSpinnerValueFactory factory =
                new SpinnerValueFactory.IntegerSpinnerValueFactory(1, MOST, Math.max(1, value.get()));
        Spinner<Integer> spinner = new Spinner<>(factory);
        spinner.setEditable(true);
        spinner.setPrefWidth(96);
        spinner.setAccessibleText(messages.text(key));
        factory.valueProperty().subscribe((before, now) -> value.set(now == null ? 1 : now));
        value.subscribe(now -> factory.setValue(now.intValue()));
        return spinner;
    }

    private void show(MosaicViewModel.@Nullable Shown shown) {
        chosen = null;
        chosenCanvas = null;
        chosenPerson = null;
        isKept = false;
        card.clear();
        flips.getChildren().clear();
        if (shown == null) {
            tiles.getChildren().clear();
            heading.setText("");
            return;
        }
        heading.setText(
                messages.text("train.mosaic.heading", shown.epoch(), shown.batch(), shown.batches(), shown.size())
                        .toUpperCase(messages.locale()));
        List<SampleCanvas> canvases = new ArrayList<>();
        for (int i = 0; i < shown.samples().size(); i++) {
            canvases.add(canvas(shown, i));
        }
        tiles.getChildren().setAll(canvases);
        showFlips(shown);
    }

    private SampleCanvas canvas(MosaicViewModel.Shown shown, int index) {
        Sample sample = shown.samples().get(index);
        SampleCanvas canvas = new SampleCanvas(
                sample,
                shown.pictures().get(index),
                shown.skeleton(),
                theme.tokensProperty().get(),
                side);
        canvas.setAccessibleText(messages.text(
                "train.mosaic.sample", index + 1, sample.tiles().get(0).source().fileName()));
        canvas.setOnMouseMoved(event -> {
            if (!isKept) {
                point(canvas, event, shown);
            }
        });
        canvas.setOnMouseExited(event -> {
            if (!isKept) {
                canvas.mark(null, null);
            }
        });
        canvas.setOnMouseClicked(event -> click(canvas, event, shown));
        return canvas;
    }

    /** A click keeps what is under the pointer, so that the way to the buttons does not lose it; another on the same lets it go. */
    private void click(SampleCanvas canvas, MouseEvent event, MosaicViewModel.Shown shown) {
        SampleTile before = isKept && chosenCanvas == canvas ? chosen : null;
        SamplePerson personBefore = chosenPerson;
        point(canvas, event, shown);
        boolean isSame = before != null && before == chosen && Objects.equals(personBefore, chosenPerson);
        boolean isDouble = event.getClickCount() >= 2;
        isKept = chosen != null && (isDouble || !isSame);
        card.setKept(isKept);
        if (isDouble) {
            card.openPicture();
        }
    }

    private void point(SampleCanvas canvas, MouseEvent event, MosaicViewModel.Shown shown) {
        Sample sample = canvas.sample();
        double x = canvas.sampleX(event.getX());
        double y = canvas.sampleY(event.getY());
        SampleTile tile = sample.tileAt(x, y).orElse(null);
        if (tile == null) {
            return;
        }
        SamplePerson person = sample.personAt(tile, x, y).orElse(null);
        if (chosenCanvas != null && chosenCanvas != canvas) {
            chosenCanvas.mark(null, null);
        }
        canvas.mark(tile, person);
        if (tile != chosen || person != chosenPerson) {
            chosenCanvas = canvas;
            chosen = tile;
            chosenPerson = person;
            card.show(sample, tile, person, shown.skeleton());
        }
    }

    private void showFlips(MosaicViewModel.Shown shown) {
        List<String> names = shown.skeleton().keypointNames();
        if (shown.skeleton().flipIndices().isEmpty()) {
            flips.getChildren().add(line(messages.text("train.flip.none")));
        } else if (shown.flipMistakes().isEmpty()) {
            flips.getChildren().add(line(messages.text("train.flip.good")));
        }
        for (FlipCheck.Mistake mistake : shown.flipMistakes()) {
            String fault = mistake.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
            Label line = line(messages.text(
                    "train.flip." + fault,
                    names.get(mistake.index()),
                    names.get(mistake.partner()),
                    names.get(mistake.expected())));
            line.getStyleClass().add("warning-text");
            flips.getChildren().add(line);
        }
    }

    private static Label line(String text) {
        Label line = new Label(text);
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        line.getStyleClass().add("small-text");
        return line;
    }
}
