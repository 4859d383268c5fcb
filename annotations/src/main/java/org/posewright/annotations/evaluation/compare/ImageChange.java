package org.posewright.annotations.evaluation.compare;

/**
 * What changed on one picture between two results.
 *
 * @param oksBefore mean OKS of the people that count, missed ones with 0
 * @param oksAfter the same for the other result
 * @param extraBefore detections that mean nobody
 * @param extraAfter the same for the other result
 */
public record ImageChange(
        int imageIndex, long imageId, double oksBefore, double oksAfter, int extraBefore, int extraAfter) {

    public double change() {
        return oksAfter - oksBefore;
    }
}
