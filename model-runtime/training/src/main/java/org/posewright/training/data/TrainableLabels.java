package org.posewright.training.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;

/**
 * Which labels of a picture train: the rules of the reference's COCO conversion. Crowds and empty boxes are left out, a box that
 * occurs twice in a class counts once, people without a labelled point stay and train the box.
 */
public final class TrainableLabels {

    private TrainableLabels() {}

    private record Identity(int category, Box box) {}

    public static List<PersonInstance> of(ImageRecord image) {
        List<PersonInstance> usable = new ArrayList<>();
        Set<Identity> seen = new HashSet<>();
        for (PersonInstance person : image.people()) {
            boolean hasBox = person.box().width() > 0 && person.box().height() > 0;
            if (!person.crowd() && hasBox && seen.add(new Identity(person.categoryIndex(), person.box()))) {
                usable.add(person);
            }
        }
        return usable;
    }
}
