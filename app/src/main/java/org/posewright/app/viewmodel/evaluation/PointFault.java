package org.posewright.app.viewmodel.evaluation;

import java.util.OptionalLong;
import org.posewright.annotations.evaluation.diagnosis.KeypointError;

/**
 * One joint of a case that is not where the model has it.
 *
 * @param otherPerson id of the person whose point the prediction lies at; empty unless points of two people are exchanged
 * @param otherKeypoint that point; the joint itself where nobody else takes part
 */
public record PointFault(
        int keypoint, KeypointError error, double distancePixels, OptionalLong otherPerson, int otherKeypoint) {}
