package org.posewright.app.inference;

import java.nio.file.Path;
import java.util.Optional;
import org.posewright.annotations.source.DatasetDescription;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.PoseModelException;

/**
 * A model and a dataset of different skeletons: nothing can be drawn, compared or accepted.
 *
 * @param model as the person named it
 * @param predicted keypoints of the model
 * @param dataset name of the dataset
 * @param labelled keypoints of the dataset
 */
public record SkeletonFit(Path model, int predicted, String dataset, int labelled) {

    /** Empty when the model predicts as many points as the dataset labels. */
    public static Optional<SkeletonFit> mismatch(Path file, PoseModel model, DatasetDescription about) {
        int predicted = model.descriptor().head().keypointCount();
        int labelled = about.skeleton().size();
        return predicted == labelled
                ? Optional.empty()
                : Optional.of(new SkeletonFit(file, predicted, about.name(), labelled));
    }

    /**
     * @throws PoseModelException if the skeletons differ
     */
    public static void require(Path file, PoseModel model, DatasetDescription about) {
        mismatch(file, model, about).ifPresent(fit -> {
            throw new PoseModelException(
                    fit.model + " predicts " + fit.predicted + " keypoints but the dataset " + fit.dataset + " labels "
                            + fit.labelled + "; choose a model for this skeleton.",
                    null);
        });
    }
}
