/**
 * Labels that deserve a look: suspects found from the labels alone or with a model's help, and pictures in order of disagreement
 * between label and model, with the verdicts of the person who looked.
 */
@NullMarked
package org.posewright.annotations.evaluation.suspect;

import org.jspecify.annotations.NullMarked;
