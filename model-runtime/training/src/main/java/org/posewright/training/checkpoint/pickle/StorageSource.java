package org.posewright.training.checkpoint.pickle;

import org.posewright.training.checkpoint.ElementType;

/** Finds the storage that a pickle refers to by key. */
@FunctionalInterface
public interface StorageSource {
    /** @throws org.posewright.training.checkpoint.CheckpointException if there is none or it holds fewer elements */
    PickleStorage find(String key, ElementType type, long elements);
}
