/** What a save would write, and whose labels count when a file has changed. */
@NullMarked
package org.posewright.app.view.save;

import org.jspecify.annotations.NullMarked;
