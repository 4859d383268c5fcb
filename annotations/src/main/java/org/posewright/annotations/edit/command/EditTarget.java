package org.posewright.annotations.edit.command;

import java.util.List;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;

/** What a command changes: the current state of some pictures. */
public interface EditTarget {

    /**
     * The picture as it stands.
     *
     * @throws EditRefusedException if the picture is unknown or not loaded yet
     */
    ImageRecord image(ImageKey key);

    void replacePeople(ImageKey key, List<PersonInstance> people);

    void changeStatus(ImageKey key, ImageStatus status);
}
