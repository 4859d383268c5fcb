package org.posewright.annotations.edit.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Visibility;

/** Takes over what a model predicts as labels, because a person said so; the points remember where they come from. */
public final class PredictionEdits {

    private final Skeleton skeleton;
    private final LongSupplier newIds;

    public PredictionEdits(Skeleton skeleton, LongSupplier newIds) {
        this.skeleton = skeleton;
        this.newIds = newIds;
    }

    /**
     * Adds the predicted people.
     *
     * @param minConfidence points below it are added without a label (v = 0); the others as visible (v = 2)
     */
    public EditCommand accept(ImageRecord image, List<PosePrediction> predictions, double minConfidence) {
        List<PersonInstance> people = new ArrayList<>(image.people());
        for (PosePrediction prediction : predictions) {
            people.add(PersonInstance.added(
                    newIds.getAsLong(),
                    prediction.categoryIndex(),
                    prediction.box(),
                    labels(prediction, minConfidence)));
        }
        String label = predictions.size() == 1 ? "Accept person" : "Accept " + predictions.size() + " people";
        return ReplacePeople.between(image, people, label);
    }

    /** Gives a person the predicted place of one point; a labelled point keeps its visibility, another becomes visible. */
    public EditCommand acceptPoint(ImageRecord image, long personId, int index, ScoredKeypoint predicted) {
        PersonInstance person = EditSubject.person(image, personId);
        Keypoint old = person.keypoints().get(index);
        Visibility visibility = old.isLabeled() ? old.visibility() : Visibility.VISIBLE;
        Keypoint accepted = new Keypoint(predicted.x(), predicted.y(), visibility, Provenance.MODEL);
        return ReplacePeople.one(
                image,
                person.withKeypoint(index, accepted),
                "Accept " + EditSubject.pointName(skeleton, index) + " from model");
    }

    private Keypoints labels(PosePrediction prediction, double minConfidence) {
        if (prediction.keypoints().size() != skeleton.size()) {
            throw new EditRefusedException(
                    "The model predicts " + prediction.keypoints().size() + " points, but people of this dataset have "
                            + skeleton.size() + "; use a model for this skeleton.");
        }
        return Keypoints.of(prediction.keypoints().stream()
                .map(point -> point.confidence() < minConfidence
                        ? new Keypoint(0, 0, Visibility.UNLABELED, Provenance.MODEL)
                        : new Keypoint(point.x(), point.y(), Visibility.VISIBLE, Provenance.MODEL))
                .toList());
    }
}
