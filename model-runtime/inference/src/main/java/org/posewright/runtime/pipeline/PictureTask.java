package org.posewright.runtime.pipeline;

import java.nio.file.Path;

/** One picture of a run. */
public record PictureTask(Path file, InputPlan plan) {}
