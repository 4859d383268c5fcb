/** Which screen is shown and what the window's title is. */
@NullMarked
package org.posewright.app.viewmodel.shell;

import org.jspecify.annotations.NullMarked;
