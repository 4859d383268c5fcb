/** Downloads as a person sees them: running, paused, broken off, done. */
@NullMarked
package org.posewright.app.viewmodel.download;

import org.jspecify.annotations.NullMarked;
