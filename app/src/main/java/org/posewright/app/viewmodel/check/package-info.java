/** The dataset check: problems, and their mechanical repairs. */
@NullMarked
package org.posewright.app.viewmodel.check;

import org.jspecify.annotations.NullMarked;
