/** Light and dark: AtlantaFX underneath, the program's token sheets above it, the ControlsFX bridge on top. */
@NullMarked
package org.posewright.app.theme;

import org.jspecify.annotations.NullMarked;
