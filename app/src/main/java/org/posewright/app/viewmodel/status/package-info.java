/** What the status bar says. */
@NullMarked
package org.posewright.app.viewmodel.status;

import org.jspecify.annotations.NullMarked;
