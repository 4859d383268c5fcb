package org.posewright.annotations.check;

import java.util.Optional;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.PersonInstance;

/**
 * A mechanical repair of one person, to be applied as an edit.
 *
 * @param description what it does, in the imperative, for a button
 * @param before the person as read
 * @param after the person as repaired; empty when the person is to be deleted
 */
public record Fix(String description, ImageKey image, PersonInstance before, Optional<PersonInstance> after) {}
