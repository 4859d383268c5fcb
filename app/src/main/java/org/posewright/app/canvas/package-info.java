/** The picture with its layers: draws frozen scene values and hands input to the current gesture. */
@NullMarked
package org.posewright.app.canvas;

import org.jspecify.annotations.NullMarked;
