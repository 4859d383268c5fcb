/** The models page. */
@NullMarked
package org.posewright.app.view.figures;

import org.jspecify.annotations.NullMarked;
