/** The thumbnail browser: a virtual list of fixed-height rows over pictures decoded off the FX thread. */
@NullMarked
package org.posewright.app.gallery;

import org.jspecify.annotations.NullMarked;
