/**
 * Recognises what a folder or file holds, lists its pictures at once, and loads the labels of one picture when it is wanted.
 *
 * <p>Opening costs a walk through the folders (or the reading of one COCO file), never the reading of a label file per picture.
 */
@NullMarked
package org.posewright.annotations.source;

import org.jspecify.annotations.NullMarked;
