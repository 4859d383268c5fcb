package org.posewright.app.figures;

/**
 * Milliseconds a picture, one at a time, medians over pictures.
 *
 * @param decode reading and decoding the file
 * @param letterbox resizing, padding, normalising
 * @param session the network
 * @param postprocess decoding its output and suppressing doubles
 */
public record StageTimes(double decode, double letterbox, double session, double postprocess, int pictures) {

    public double total() {
        return decode + letterbox + session + postprocess;
    }
}
