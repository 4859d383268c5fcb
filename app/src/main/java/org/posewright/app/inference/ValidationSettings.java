package org.posewright.app.inference;

import org.posewright.runtime.InferenceOptions;

/**
 * How to validate; names in brackets are those of the field's argument.
 *
 * @param rectangular (rect) pictures go in as rectangles of whole strides, for models of dynamic size
 * @param batch pictures that share a rectangle in Ultralytics' validation
 * @param ultralytics whether to measure Ultralytics' own metric too, which takes a second run with its validator's input shapes
 */
public record ValidationSettings(InferenceOptions options, boolean rectangular, int batch, boolean ultralytics) {}
