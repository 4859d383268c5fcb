package org.posewright.app.inference;

import org.posewright.runtime.InferenceOptions;

/**
 * How to validate; names in brackets are those of the field's argument.
 *
 * @param rectangular (rect) pictures go in as rectangles of whole strides, for models of dynamic size
 * @param batch pictures that share a rectangle
 */
public record ValidationSettings(InferenceOptions options, boolean rectangular, int batch) {}
