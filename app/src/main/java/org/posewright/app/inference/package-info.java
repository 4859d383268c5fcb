/** Puts models, pictures and datasets together for the commands and the window: opening model files, listing pictures, writing results. */
@NullMarked
package org.posewright.app.inference;

import org.jspecify.annotations.NullMarked;
