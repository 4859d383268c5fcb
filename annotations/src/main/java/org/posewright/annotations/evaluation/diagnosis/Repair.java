package org.posewright.annotations.evaluation.diagnosis;

/** A proposal that mends the label of a case, as a value; the editor turns it into a command. */
public sealed interface Repair {

    /** Exchange the places of a keypoint and its left/right partner of the person. */
    record SwapPair(int keypoint, int partner) implements Repair {}

    /**
     * Exchange a point of the person with a point of another.
     *
     * @param otherPerson index in the labels of the same picture and category
     * @param otherKeypoint the point of the other person that the prediction lies at
     */
    record SwapPersons(int keypoint, int otherPerson, int otherKeypoint) implements Repair {}

    /** Put the labelled point where the model says. */
    record TakeModelPoint(int keypoint, double imageX, double imageY) implements Repair {}

    /** Make a labelled person of a detection. */
    record AddPerson(int detection) implements Repair {}

    /** Delete a labelled person that no detection means. */
    record RemovePerson(int person) implements Repair {}
}
