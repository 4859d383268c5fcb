/**
 * The immutable vocabulary of the program: skeletons, people, pictures, predictions.
 *
 * <p>Coordinates are pixels of the picture in the frame that the label format itself uses, origin in the top left corner,
 * unless a name says otherwise.
 */
@NullMarked
package org.posewright.annotations.model;

import org.jspecify.annotations.NullMarked;
