/**
 * The dataset check: reads everything once and tells each problem with its place and remedy, and how to repair it where that is
 * mechanical. Nothing is written; a repair is a value that the editor applies as an undoable edit.
 */
@NullMarked
package org.posewright.annotations.check;

import org.jspecify.annotations.NullMarked;
