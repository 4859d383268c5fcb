package org.posewright.annotations.edit.command;

import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton;

/** Looks up what an edit is about, or refuses in words. */
final class EditSubject {

    private EditSubject() {}

    static PersonInstance person(ImageRecord image, long personId) {
        return image.person(personId)
                .orElseThrow(() -> new EditRefusedException("There is no person " + personId + " in " + image.key()
                        + " any more; select one that is still there."));
    }

    /** "left_wrist" as a person reads it. */
    static String pointName(Skeleton skeleton, int keypointIndex) {
        return skeleton.keypointNames().get(keypointIndex).replace('_', ' ');
    }
}
