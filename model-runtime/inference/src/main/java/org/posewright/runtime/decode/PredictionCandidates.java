package org.posewright.runtime.decode;

import org.posewright.runtime.preprocess.Letterbox;

/**
 * Everything a run of the model said about one picture above a low score, before suppression: what {@link Postprocess} selects
 * from again and again while a person moves the sliders.
 *
 * @param rows in pixels of the network input
 * @param head what the keypoint values mean, and whether suppression is still to be done
 * @param letterbox leads back to the picture
 * @param floor candidates at or below this score were dropped; selecting below it changes nothing
 */
public record PredictionCandidates(CandidateRows rows, PoseHead head, Letterbox letterbox, double floor) {}
