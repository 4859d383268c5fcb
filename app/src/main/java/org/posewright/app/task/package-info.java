/** The only place that crosses threads: lanes of work, progress once a frame, cancellation, stale results dropped. */
@NullMarked
package org.posewright.app.task;

import org.jspecify.annotations.NullMarked;
