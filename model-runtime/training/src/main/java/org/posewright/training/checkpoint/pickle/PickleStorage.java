package org.posewright.training.checkpoint.pickle;

import org.posewright.training.checkpoint.CheckpointException;
import org.posewright.training.checkpoint.ElementType;

/**
 * A block of elements that tensors of the file are views of.
 *
 * @param bytes little-endian elements
 * @param elements number of elements the file claims; never more than the bytes hold
 */
public record PickleStorage(ElementType type, byte[] bytes, long elements) {
    public PickleStorage {
        if (elements < 0 || elements > bytes.length / type.bytes()) {
            throw new CheckpointException("A storage claims " + elements + " elements but holds "
                    + bytes.length / type.bytes() + "; the file is damaged or made to harm.");
        }
    }
}
