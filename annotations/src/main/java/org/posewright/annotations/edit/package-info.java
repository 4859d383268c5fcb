/**
 * The one mutable thing of the program and the only way to change it: {@code DatasetStore} holds the current people and status of each
 * picture, {@code EditHistory} applies commands to it, journals them first and takes them back, {@code EditSession} opens both on a
 * dataset and brings back what an earlier session left.
 *
 * <p>Everything here is confined to one thread, the one that shows the window, except where a class says otherwise.
 */
@NullMarked
package org.posewright.annotations.edit;

import org.jspecify.annotations.NullMarked;
