/** Predictions kept on disk, keyed by what the model file and the picture file hold. */
@NullMarked
package org.posewright.runtime.cache;

import org.jspecify.annotations.NullMarked;
