package org.posewright.annotations.edit.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;

/**
 * Changes, adds and removes people of one picture: what every edit of labels comes down to. Only the people that differ are held.
 *
 * @param mergeKey commands with the same non-empty key that follow each other at once become one step of undo
 */
public record ReplacePeople(ImageKey image, String label, List<PersonChange> changes, String mergeKey)
        implements EditCommand {

    public ReplacePeople {
        changes = List.copyOf(changes);
    }

    /** The command that turns a picture's people into others. */
    public static ReplacePeople between(ImageRecord current, List<PersonInstance> after, String label) {
        return new ReplacePeople(current.key(), label, PeopleDifference.between(current.people(), after), "");
    }

    /** The command that puts another value in the place of one person. */
    static ReplacePeople one(ImageRecord current, PersonInstance after, String label) {
        List<PersonInstance> people = new ArrayList<>(current.people());
        people.replaceAll(person -> person.id() == after.id() ? after : person);
        return between(current, people, label);
    }

    ReplacePeople mergingAs(String key) {
        return new ReplacePeople(image, label, changes, key);
    }

    @Override
    public List<ImageKey> images() {
        return List.of(image);
    }

    @Override
    public List<ImageKey> imagesWithPeopleChanged() {
        return images();
    }

    @Override
    public boolean isNoOp() {
        return changes.isEmpty();
    }

    @Override
    public void apply(EditTarget target) {
        target.replacePeople(image, applyTo(target.image(image)));
    }

    private List<PersonInstance> applyTo(ImageRecord current) {
        List<PersonInstance> people = new ArrayList<>(current.people());
        for (PersonChange change : changes) {
            change.before().ifPresent(before -> requirePresent(current, before));
        }
        for (PersonChange change : changes) {
            if (change.isRemoval()) {
                people.removeIf(person -> person.id() == change.personId());
            } else if (!change.isAddition()) {
                people.replaceAll(person ->
                        person.id() == change.personId() ? change.after().orElseThrow() : person);
            }
        }
        changes.stream()
                .filter(PersonChange::isAddition)
                .sorted(Comparator.comparingInt(PersonChange::position))
                .forEach(change -> insert(people, change));
        return people;
    }

    private void requirePresent(ImageRecord current, PersonInstance before) {
        if (!current.person(before.id()).equals(Optional.of(before))) {
            throw new EditRefusedException("\"" + label + "\" does not fit " + image + " any more: person "
                    + before.id() + " is not what it was when the edit was made.");
        }
    }

    private void insert(List<PersonInstance> people, PersonChange change) {
        PersonInstance added = change.after().orElseThrow();
        if (people.stream().anyMatch(person -> person.id() == added.id())) {
            throw new EditRefusedException("\"" + label + "\" does not fit " + image + " any more: it has a person "
                    + added.id() + " already.");
        }
        people.add(Math.min(change.position(), people.size()), added);
    }

    @Override
    public ReplacePeople inverse() {
        return new ReplacePeople(
                image, label, changes.stream().map(PersonChange::inverse).toList(), mergeKey);
    }

    @Override
    public Optional<EditCommand> mergedWith(EditCommand later) {
        boolean alike = later instanceof ReplacePeople other
                && !mergeKey.isEmpty()
                && mergeKey.equals(other.mergeKey)
                && image.equals(other.image)
                && isOneChange()
                && other.isOneChange()
                && changes.get(0).after().equals(other.changes.get(0).before());
        return alike ? Optional.of(joined((ReplacePeople) later)) : Optional.empty();
    }

    private boolean isOneChange() {
        return changes.size() == 1
                && !changes.get(0).isAddition()
                && !changes.get(0).isRemoval();
    }

    private ReplacePeople joined(ReplacePeople later) {
        PersonChange first = changes.get(0);
        PersonChange last = later.changes.get(0);
        return new ReplacePeople(
                image,
                later.label,
                List.of(new PersonChange(first.position(), first.before(), last.after())),
                mergeKey);
    }
}
