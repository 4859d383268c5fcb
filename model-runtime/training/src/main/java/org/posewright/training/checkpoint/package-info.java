/**
 * Weights as plain named arrays and what is done with them without any tensor library: carrying them from one network to another, folding
 * batch normalisation, filling in what is missing. The file formats are in the sub-packages.
 */
@NullMarked
package org.posewright.training.checkpoint;

import org.jspecify.annotations.NullMarked;
