/**
 * What a picture file says about itself without being decoded: format, size, EXIF orientation, and whether it is complete.
 *
 * <p>Sizes are told twice: as stored in the file, and upright, after the EXIF orientation has been applied. Nothing here writes to a
 * picture.
 */
@NullMarked
package org.posewright.annotations.image;

import org.jspecify.annotations.NullMarked;
