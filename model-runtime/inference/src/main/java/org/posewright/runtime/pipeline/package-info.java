/** A model over many pictures: reading ahead, running and decoding overlap; results come in order. */
@NullMarked
package org.posewright.runtime.pipeline;

import org.jspecify.annotations.NullMarked;
