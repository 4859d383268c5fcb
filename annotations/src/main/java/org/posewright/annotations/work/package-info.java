/** Progress and cancellation of long work, free of any toolkit. */
@NullMarked
package org.posewright.annotations.work;

import org.jspecify.annotations.NullMarked;
