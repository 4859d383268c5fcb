package org.posewright.app.bootstrap;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.posewright.annotations.edit.DatasetFrame;
import org.posewright.annotations.edit.DatasetStore;
import org.posewright.annotations.edit.EditHistory;
import org.posewright.annotations.edit.command.KeypointEdits;
import org.posewright.annotations.edit.journal.LabelVersion;
import org.posewright.annotations.evaluation.ComparisonRule;
import org.posewright.annotations.evaluation.ImageComparison;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.work.CancellationToken;

/**
 * Edits, undoes and compares a picture in a store of its own that nobody sees and no journal hears of, so that the code is loaded and
 * compiled before the first edit. For a job; touches nothing but what it is given.
 */
final class EditPractice {

    private static final int ROUNDS = 150;

    private final DatasetFrame frame;
    private final ImageRecord picture;
    private final ComparisonRule rule;

    EditPractice(DatasetFrame frame, ImageRecord picture, ComparisonRule rule) {
        this.frame = frame;
        this.picture = picture;
        this.rule = rule;
    }

    /** Returns how many edits were made and taken back. */
    int run(CancellationToken token) {
        DatasetStore store = new DatasetStore(frame);
        store.putLoaded(List.of(picture));
        EditHistory history = new EditHistory(store, List::size, image -> LabelVersion.NONE, InstantSource.system());
        KeypointEdits edits = new KeypointEdits(frame.skeleton(), store.pointMemory());
        int made = 0;
        for (int round = 0; round < ROUNDS; round++) {
            token.throwIfCancelled();
            ImageRecord now = store.get(picture.key());
            ImageComparison.of(now, predictions(now), rule);
            for (PersonInstance person : now.people()) {
                int index = firstLabeled(person.keypoints());
                if (index >= 0) {
                    double x = person.keypoints().x(index) + 1;
                    history.submit(edits.move(
                            now, person.id(), index, x, person.keypoints().y(index)));
                    history.undo();
                    made++;
                    break;
                }
            }
        }
        return made;
    }

    private static int firstLabeled(Keypoints points) {
        return IntStream.range(0, points.size())
                .filter(points::isLabeled)
                .findFirst()
                .orElse(-1);
    }

    /** The labels as a model would say them. */
    static List<PosePrediction> predictions(ImageRecord picture) {
        return picture.people().stream()
                .map(person -> new PosePrediction(
                        person.box(),
                        person.categoryIndex(),
                        1,
                        person.keypoints().toList().stream()
                                .map(point -> new ScoredKeypoint(point.x(), point.y(), 1))
                                .toList()))
                .toList();
    }
}
