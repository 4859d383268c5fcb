/** One class for each thing a person does with the pointer: preview while dragging, one edit at the end, Esc cancels. */
@NullMarked
package org.posewright.app.canvas.gesture;

import org.jspecify.annotations.NullMarked;
