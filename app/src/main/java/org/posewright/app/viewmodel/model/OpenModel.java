package org.posewright.app.viewmodel.model;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.pipeline.CachedRuns;

/**
 * A model with the view of the prediction cache that belongs to it.
 *
 * @param file as the person named it; a checkpoint runs from an export that lies elsewhere
 * @param cache null when its file could not be read for a hash
 */
public record OpenModel(Path file, PoseModel model, @Nullable CachedRuns cache) {}
