/** The window and the command line. */
@NullMarked
package org.posewright.app;

import org.jspecify.annotations.NullMarked;
