/** Picture files to upright pixels, resizing and drawing: the only package of inference that sees OpenCV. */
@NullMarked
package org.posewright.runtime.image;

import org.jspecify.annotations.NullMarked;
