package org.posewright.app.canvas.layer;

import java.util.Set;

/**
 * Whom a picture is about; everybody else is drawn faintly, so that one pair is seen in a crowd.
 *
 * @param everybody whether nobody is drawn faintly, whoever is listed
 * @param people ids of labelled people
 * @param predictions indices into the predictions of the scene
 * @param joints which points of those predictions are in question, and ringed
 */
public record Focus(boolean everybody, Set<Long> people, Set<Integer> predictions, Set<Integer> joints) {

    public static final Focus EVERYBODY = new Focus(true, Set.of(), Set.of(), Set.of());

    private static final double FAINT = 0.25;

    public Focus {
        people = Set.copyOf(people);
        predictions = Set.copyOf(predictions);
        joints = Set.copyOf(joints);
    }

    public static Focus on(Set<Long> people, Set<Integer> predictions, Set<Integer> joints) {
        return new Focus(false, people, predictions, joints);
    }

    /** Share of their usual opacity that a labelled person is drawn with. */
    double ofPerson(long id) {
        return everybody || people.contains(id) ? 1 : FAINT;
    }

    boolean isInQuestion(int prediction, int joint) {
        return predictions.contains(prediction) && joints.contains(joint);
    }

    /** The same for a prediction. */
    double ofPrediction(int index) {
        return everybody || predictions.contains(index) ? 1 : FAINT;
    }
}
