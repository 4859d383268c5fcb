package org.posewright.app.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;

/**
 * Which pictures train and which are held out to validate on.
 *
 * @param split that trains
 * @param pictures which of them
 * @param heldOutSplit never trained on; empty to hold out a share of the training split instead
 * @param heldOutPercent share of the training split that is held out when no split is
 */
public record DataChoice(String split, Pictures pictures, String heldOutSplit, int heldOutPercent) {

    private static final int PERCENT = 100;

    /** Which pictures of the split. */
    public enum Pictures {
        ALL,
        REVIEWED,
        EDITED;

        boolean includes(ImageStatus status) {
            return switch (this) {
                case ALL -> true;
                case REVIEWED -> status.state() == ImageStatus.ReviewState.REVIEWED;
                case EDITED -> status.state() == ImageStatus.ReviewState.EDITED;
            };
        }
    }

    /** Both parts; no picture is in both. */
    public TrainingSnapshot of(Dataset dataset, Map<ImageKey, ImageStatus> statuses) {
        List<ImageRecord> training = new ArrayList<>();
        List<ImageRecord> heldOut = new ArrayList<>();
        for (ImageRecord image : dataset.images()) {
            boolean isHeldOut = heldOutSplit.isEmpty()
                    ? image.split().equals(split) && bucket(image.key()) < heldOutPercent
                    : image.split().equals(heldOutSplit);
            if (isHeldOut) {
                heldOut.add(image);
            } else if (image.split().equals(split)
                    && pictures.includes(statuses.getOrDefault(image.key(), ImageStatus.UNTOUCHED))) {
                training.add(image);
            }
        }
        return TrainingSnapshot.of(dataset, training, heldOut);
    }

    /** The same picture is held out in every run: the part follows from its name alone. */
    private static int bucket(ImageKey key) {
        int hash = key.path().hashCode();
        hash ^= hash >>> 15;
        hash *= 0x2c1b3c6d;
        hash ^= hash >>> 12;
        return Math.floorMod(hash, PERCENT);
    }
}
