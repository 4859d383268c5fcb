/** Runs pose models on pictures. */
@NullMarked
package org.posewright.runtime;

import org.jspecify.annotations.NullMarked;
