/** The screen Compare: work queue, dataset numbers, curves, joints, models side by side. */
@NullMarked
package org.posewright.app.view.evaluation;

import org.jspecify.annotations.NullMarked;
