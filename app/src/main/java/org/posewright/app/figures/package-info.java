/** What models cost and reach on this machine: stage times, counted parameters and operations, measured accuracy, kept in a file. */
@NullMarked
package org.posewright.app.figures;

import org.jspecify.annotations.NullMarked;
