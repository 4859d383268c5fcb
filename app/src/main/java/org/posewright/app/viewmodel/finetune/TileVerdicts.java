package org.posewright.app.viewmodel.finetune;

import java.util.Comparator;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.evaluation.suspect.Verdict;
import org.posewright.annotations.evaluation.suspect.VerdictBook;
import org.posewright.annotations.evaluation.suspect.VerdictSubject;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.app.viewmodel.evaluation.VerdictViewModel;
import org.posewright.app.viewmodel.session.Workspace;
import org.posewright.training.augment.SampleTile;

/** The verdict "label wrong" on what a tile shows; the same verdicts that the work queue gives and filters by. */
public final class TileVerdicts {

    /** A snapshot's numbers went through a label file; a label that was moved by a pixel is another one. */
    private static final double SAME_PLACE_PIXELS = 0.25;

    private final Workspace workspace;
    private final VerdictViewModel verdicts;

    public TileVerdicts(Workspace workspace, VerdictViewModel verdicts) {
        this.workspace = workspace;
        this.verdicts = verdicts;
    }

    public ReadOnlyObjectProperty<VerdictBook> bookProperty() {
        return verdicts.bookProperty();
    }

    /**
     * What a verdict on a tile is about in the open dataset.
     *
     * @param label box of the person meant, in pixels of the source picture; null for the whole picture
     * @return empty when the picture's dataset is not open, or the label is another one by now
     */
    public Optional<VerdictSubject> subject(SampleTile tile, @Nullable Box label) {
        Optional<ImageKey> origin = SnapshotOrigin.find(workspace, tile.source());
        return label == null
                ? origin.map(VerdictSubject::ofPicture)
                : origin.flatMap(key -> workspace.session().flatMap(session -> session.record(key)))
                        .flatMap(picture -> personAt(picture, label));
    }

    /** Whether somebody said that this label is wrong. */
    public boolean isWrong(VerdictSubject subject) {
        return verdicts.of(subject).filter(Verdict.LABEL_WRONG::equals).isPresent();
    }

    /** Says that the label is wrong; once more takes it back. */
    public void markWrong(VerdictSubject subject) {
        verdicts.give(subject, Verdict.LABEL_WRONG);
    }

    private static Optional<VerdictSubject> personAt(ImageRecord picture, Box label) {
        return picture.people().stream()
                .map(PersonInstance::box)
                .filter(box -> distance(box, label) <= SAME_PLACE_PIXELS)
                .min(Comparator.comparingDouble(box -> distance(box, label)))
                .map(box -> VerdictSubject.ofPerson(picture.key(), box, java.util.List.of()));
    }

    private static double distance(Box a, Box b) {
        return Math.hypot(a.centerX() - b.centerX(), a.centerY() - b.centerY())
                + Math.abs(a.width() - b.width())
                + Math.abs(a.height() - b.height());
    }
}
