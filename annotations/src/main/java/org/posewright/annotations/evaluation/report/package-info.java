/** A finished evaluation with all its views, and its export: JSON, CSV, and the lines that pycocotools prints. */
@NullMarked
package org.posewright.annotations.evaluation.report;

import org.jspecify.annotations.NullMarked;
