/**
 * Ultralytics pose datasets: the data yaml, image lists, label rows.
 *
 * <p>Rules follow Ultralytics 8.3.59, and 8.4 where it differs and says so. Label rows are read into pixels of the picture after EXIF
 * rotation; they are written by splicing changed numbers into the original bytes. Nothing is ever downloaded or executed.
 */
@NullMarked
package org.posewright.annotations.yolo;

import org.jspecify.annotations.NullMarked;
