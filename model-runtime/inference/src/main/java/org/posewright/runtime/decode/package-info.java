/** From network output to people: decoders for raw and end-to-end layouts, non-maximum suppression, mapping back to picture pixels. */
@NullMarked
package org.posewright.runtime.decode;

import org.jspecify.annotations.NullMarked;
