/** The training screen: list of runs, curves, batches, pictures, labels, log; and the dialog that starts a run. */
@NullMarked
package org.posewright.app.view.finetune;

import org.jspecify.annotations.NullMarked;
