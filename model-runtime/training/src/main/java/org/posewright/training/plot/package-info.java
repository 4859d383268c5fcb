/** The pictures of a run folder: curves with axes, batches with their labels, label statistics. Drawn without any window toolkit. */
@NullMarked
package org.posewright.training.plot;

import org.jspecify.annotations.NullMarked;
