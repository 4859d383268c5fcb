/** Writing the open dataset, or what a model says about it, in another format: what to write, which part of it, and the job. */
@NullMarked
package org.posewright.app.viewmodel.export;

import org.jspecify.annotations.NullMarked;
