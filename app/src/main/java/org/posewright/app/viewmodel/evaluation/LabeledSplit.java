package org.posewright.app.viewmodel.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.evaluation.EvaluationException;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.app.viewmodel.session.DatasetSession;

/** The pictures of a split with their labels as the window has them, edits included; {@code entries} and {@code images} agree. */
record LabeledSplit(DatasetSession session, List<ImageEntry> entries, List<ImageRecord> images) {

    /** What is taken from the session on the FX thread; the rest is a job's. */
    record Source(DatasetSession session, Dataset snapshot, @Nullable String split) {

        /**
         * Labels that the background reading has not reached yet are read here.
         *
         * @throws IOException if a label file cannot be read
         */
        LabeledSplit load(CancellationToken token) throws IOException {
            Map<ImageKey, ImageRecord> known =
                    new HashMap<>(2 * snapshot.images().size());
            snapshot.images().forEach(image -> known.put(image.key(), image));
            List<ImageEntry> entries = new ArrayList<>();
            List<ImageRecord> images = new ArrayList<>();
            for (ImageEntry entry : session.source().entries()) {
                token.throwIfCancelled();
                if (split == null || split.equals(entry.split())) {
                    ImageRecord record = known.get(entry.key());
                    entries.add(entry);
                    images.add(record == null ? session.source().load(entry).image() : record);
                }
            }
            if (images.stream().allMatch(image -> image.people().isEmpty())) {
                throw new EvaluationException("nobody is labelled in this split, so there is nothing to compare with;"
                        + " choose another split or label people first");
            }
            return new LabeledSplit(session, entries, images);
        }
    }

    /**
     * @param split null for all
     */
    static Source of(DatasetSession session, @Nullable String split) {
        return new Source(session, session.store().snapshot(), split);
    }
}
