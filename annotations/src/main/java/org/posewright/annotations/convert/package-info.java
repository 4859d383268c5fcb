/** Bridges between the formats: COCO to YOLO and back, tables, and from format readers to the evaluator's input. */
@NullMarked
package org.posewright.annotations.convert;

import org.jspecify.annotations.NullMarked;
