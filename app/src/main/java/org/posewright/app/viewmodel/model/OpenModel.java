package org.posewright.app.viewmodel.model;

import org.jspecify.annotations.Nullable;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.pipeline.CachedRuns;

/**
 * A model with the view of the prediction cache that belongs to it.
 *
 * @param cache null when its file could not be read for a hash
 */
public record OpenModel(PoseModel model, @Nullable CachedRuns cache) {}
