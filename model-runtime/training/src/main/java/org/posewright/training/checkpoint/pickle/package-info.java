/**
 * Python's pickle format as data only. The reader is a small virtual machine that builds numbers, strings, containers and tensors; it has no
 * way to import or call anything. Objects of unknown classes become {@link org.posewright.training.checkpoint.pickle.InertObject}s; a file
 * that asks for a function to be called is refused by that function's name. The writer emits what {@code torch.load(weights_only=True)}
 * accepts.
 */
@NullMarked
package org.posewright.training.checkpoint.pickle;

import org.jspecify.annotations.NullMarked;
