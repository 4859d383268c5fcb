/** The dialog that asks how the open dataset is to be exported. */
@NullMarked
package org.posewright.app.view.export;

import org.jspecify.annotations.NullMarked;
