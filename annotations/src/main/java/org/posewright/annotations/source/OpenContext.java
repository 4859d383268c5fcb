package org.posewright.annotations.source;

import java.util.List;
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

    /** How the sentence names the other understandings. */
    String alternativesPhrase() {
        return alternatives.stream()
                .map(alternative -> "; " + alternative.label() + " is there too")
                .reduce("", String::concat);
    }
}
