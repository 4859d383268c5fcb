/** The frame of the window: menu row, screens, status row. */
@NullMarked
package org.posewright.app.view.shell;

import org.jspecify.annotations.NullMarked;
