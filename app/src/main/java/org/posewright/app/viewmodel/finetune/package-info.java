/** Fine-tuning in the window: the dialog's settings, a run that is followed and steered, the list of runs, the batches. */
@NullMarked
package org.posewright.app.viewmodel.finetune;

import org.jspecify.annotations.NullMarked;
