/**
 * Where the loss of an evaluation comes from, after Ronchi and Perona, "Benchmarking and Error Diagnosis in Multi-Instance Pose
 * Estimation" (ICCV 2017): each labelled keypoint of each matched detection is good, jitter, inversion, swap or miss; detections
 * have scoring and background errors; and AP is measured again with each kind repaired.
 */
@NullMarked
package org.posewright.annotations.evaluation.diagnosis;

import org.jspecify.annotations.NullMarked;
