/** The guide in the window. */
@NullMarked
package org.posewright.app.view.guide;

import org.jspecify.annotations.NullMarked;
