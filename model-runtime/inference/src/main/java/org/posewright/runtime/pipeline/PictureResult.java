package org.posewright.runtime.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.posewright.annotations.model.Finding;
import org.posewright.runtime.decode.PredictionCandidates;

/**
 * What became of one picture.
 *
 * @param index in the list of tasks
 * @param candidates empty when the picture could not be read or the model failed on it; then a finding says why
 * @param findings failures and warnings, such as a JPEG that ends early
 * @param fromCache whether the model did not have to run
 */
public record PictureResult(
        int index, Path file, Optional<PredictionCandidates> candidates, List<Finding> findings, boolean fromCache) {

    public PictureResult {
        findings = List.copyOf(findings);
    }
}
