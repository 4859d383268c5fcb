/**
 * Labels against predictions over a split: the evaluation and how it follows edits, the work queue with repairs and verdicts, several
 * results side by side, exports.
 */
@NullMarked
package org.posewright.app.viewmodel.evaluation;

import org.jspecify.annotations.NullMarked;
