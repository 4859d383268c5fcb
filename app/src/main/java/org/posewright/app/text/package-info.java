/** The words of the window, by key, ready for translation. */
@NullMarked
package org.posewright.app.text;

import org.jspecify.annotations.NullMarked;
