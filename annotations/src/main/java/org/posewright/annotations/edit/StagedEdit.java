package org.posewright.annotations.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.posewright.annotations.edit.command.EditTarget;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;

/** The outcome of a command that is not in the store yet: a command that does not fit leaves no trace. */
final class StagedEdit implements EditTarget {

    private final DatasetStore store;
    private final Map<ImageKey, List<PersonInstance>> people = new LinkedHashMap<>();
    private final Map<ImageKey, ImageStatus> statuses = new LinkedHashMap<>();

    StagedEdit(DatasetStore store) {
        this.store = store;
    }

    @Override
    public ImageRecord image(ImageKey key) {
        ImageRecord record = store.get(key);
        List<PersonInstance> staged = people.get(key);
        return staged == null ? record : record.withPeople(staged);
    }

    @Override
    public void replacePeople(ImageKey key, List<PersonInstance> newPeople) {
        people.put(key, List.copyOf(newPeople));
    }

    @Override
    public void changeStatus(ImageKey key, ImageStatus status) {
        statuses.put(key, status);
    }

    /** Moves the outcome into the store without telling anybody. */
    void commit() {
        people.forEach(store::setPeople);
        statuses.forEach(store::setStatus);
    }

    /** Tells the listeners what {@link #commit()} changed; an edit of people may change the status with it. */
    void publish() {
        List<ImageKey> withPeople = new ArrayList<>(people.keySet());
        store.publish(StoreChange.Kind.PEOPLE, withPeople);
        store.publish(StoreChange.Kind.STATUS, new ArrayList<>(statuses.keySet()));
    }
}
