package org.posewright.training.checkpoint.pickle;

import org.posewright.training.checkpoint.ElementType;

/**
 * A block of elements that tensors of the file are views of.
 *
 * @param bytes little-endian elements
 * @param elements number of elements the file claims; never more than the bytes hold
 */
public record PickleStorage(ElementType type, byte[] bytes, long elements) {}
