/** View transform and hit testing in plain Java, without a toolkit. Coordinates say their space: {@code imageX} or {@code viewX}. */
@NullMarked
package org.posewright.app.canvas.geometry;

import org.jspecify.annotations.NullMarked;
