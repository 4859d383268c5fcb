package org.posewright.app.viewmodel.editor;

import org.posewright.annotations.model.ImageSize;

/**
 * Decoded pixels, ready for the screen.
 *
 * @param size of the pixels, which may be smaller than the frame labels use
 * @param argb opaque, row by row; nobody writes to it
 */
@SuppressWarnings("ArrayRecordComponent")
public record Picture(ImageSize size, int[] argb) {}
