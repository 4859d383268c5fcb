package org.posewright.app.view.finetune;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.evaluation.suspect.VerdictSubject;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton;
import org.posewright.app.text.Messages;
import org.posewright.app.theme.ThemeService;
import org.posewright.app.view.parts.ActionControls;
import org.posewright.app.viewmodel.finetune.MosaicViewModel;
import org.posewright.app.viewmodel.finetune.TileVerdicts;
import org.posewright.training.augment.Sample;
import org.posewright.training.augment.SamplePerson;
import org.posewright.training.augment.SampleTile;

/** The tile under the pointer, or the one that a click keeps: its source picture, what was done to it, and the verdict on its label. */
final class TileCard extends VBox {

    private static final double GAP = 8;

    private final MosaicViewModel mosaic;
    private final TileVerdicts verdicts;
    private final Messages messages;
    private final Label heading;
    private final TileFacts facts;
    private final Button open;
    private final ToggleButton wrong;
    private @Nullable SampleTile tile;
    private @Nullable VerdictSubject subject;

    /**
     * @param onOpenPicture brings the picture's screen forward
     */
    TileCard(
            MosaicViewModel mosaic,
            TileVerdicts verdicts,
            ThemeService theme,
            Runnable onOpenPicture,
            Messages messages) {
        super(GAP);
        this.mosaic = mosaic;
        this.verdicts = verdicts;
        this.messages = messages;
        heading = Cards.heading("", messages);
        facts = new TileFacts(messages);
        open = new Button(messages.text("train.tile.open"));
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(event -> {
            if (tile != null) {
                mosaic.openPicture(tile, onOpenPicture);
            }
        });
        wrong = new ToggleButton();
        wrong.setMinWidth(USE_PREF_SIZE);
        wrong.setTooltip(ActionControls.tooltip(messages.text("train.tile.wrong.hint")));
        wrong.setOnAction(event -> {
            if (subject != null) {
                verdicts.markWrong(subject);
            }
            showVerdict();
        });
        getChildren().setAll(heading, new SourcePicture(mosaic, theme), facts, new FlowPane(GAP, GAP, open, wrong));
        VBox.setVgrow(facts, Priority.SOMETIMES);
        getStyleClass().add("card");
        verdicts.bookProperty().subscribe(book -> showVerdict());
        clear();
    }

    void clear() {
        tile = null;
        subject = null;
        mosaic.choose(null);
        facts.clear();
        open.setDisable(true);
        setKept(false);
        showVerdict();
    }

    /**
     * Shows a tile.
     *
     * @param person the labelled person under the pointer; null where there is none
     */
    void show(Sample sample, SampleTile shown, @Nullable SamplePerson person, Skeleton skeleton) {
        tile = shown;
        mosaic.choose(shown);
        Optional<ImageRecord> source = mosaic.record(shown);
        Optional<PersonInstance> labelled =
                person == null ? Optional.empty() : source.flatMap(record -> record.person(person.personId()));
        facts.show(sample, shown, number(source, labelled), skeleton);
        open.setDisable(mosaic.origin(shown).isEmpty());
        subject = verdicts.subject(shown, labelled.map(PersonInstance::box).orElse(null))
                .orElse(null);
        wrong.setText(messages.text(labelled.isPresent() ? "train.tile.wrong.person" : "train.tile.wrong.picture"));
        showVerdict();
    }

    /** Whether the tile stays while the pointer goes elsewhere. */
    void setKept(boolean kept) {
        mosaic.setHeld(kept);
        heading.setText(
                messages.text(kept ? "train.tile.kept" : "train.tile.heading").toUpperCase(messages.locale()));
    }

    void openPicture() {
        open.fire();
    }

    private static OptionalInt number(Optional<ImageRecord> source, Optional<PersonInstance> labelled) {
        List<PersonInstance> people = source.map(ImageRecord::people).orElse(List.of());
        int index = labelled.map(people::indexOf).orElse(-1);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index + 1);
    }

    private void showVerdict() {
        VerdictSubject about = subject;
        if (tile == null) {
            wrong.setText(messages.text("train.tile.wrong.picture"));
        }
        wrong.setDisable(about == null);
        wrong.setSelected(about != null && verdicts.isWrong(about));
    }
}
