package org.posewright.annotations.source;

import java.util.List;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.source.DatasetDescription.Alternative;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/**
 * What every way of opening needs.
 *
 * @param alternatives other understandings that were found
 */
record OpenContext(
        OpenRequest request, List<Alternative> alternatives, ProgressListener progress, CancellationToken token) {

    OpenContext with(List<Alternative> found) {
        return new OpenContext(request, found, progress, token);
    }

    /** A part of the sentence with the other understandings behind it. */
    Sentence withAlternatives(Sentence part) {
        Sentence all = part;
        for (Alternative alternative : alternatives) {
            all = Sentence.of("dataset.alternative", "{0}; {1} is there too", all, alternative.label());
        }
        return all;
    }
}
