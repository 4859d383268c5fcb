/** What is painted over the picture, one class a layer, from a frozen scene value, with strokes of screen size. */
@NullMarked
package org.posewright.app.canvas.layer;

import org.jspecify.annotations.NullMarked;
