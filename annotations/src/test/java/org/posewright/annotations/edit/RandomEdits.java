package org.posewright.annotations.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.posewright.annotations.edit.command.BoxEdits;
import org.posewright.annotations.edit.command.ChangeStatus;
import org.posewright.annotations.edit.command.CompositeEdit;
import org.posewright.annotations.edit.command.EditCommand;
import org.posewright.annotations.edit.command.EditRefusedException;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.edit.command.KeypointEdits;
import org.posewright.annotations.edit.command.PersonEdits;
import org.posewright.annotations.edit.command.PredictionEdits;
import org.posewright.annotations.edit.command.SwapEdits;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Visibility;

/** A person who edits at random: every kind of command, undo and redo. */
public final class RandomEdits {

    private final EditHistory history;
    private final DatasetStore store;
    private final Random random;
    private final Skeleton skeleton;
    private final KeypointEdits keypoints;
    private final PersonEdits people;
    private final SwapEdits swaps;
    private final PredictionEdits predictions;

    public RandomEdits(DatasetStore store, EditHistory history, Random random) {
        this.store = store;
        this.history = history;
        this.random = random;
        skeleton = store.frame().skeleton();
        keypoints = new KeypointEdits(skeleton, store.pointMemory());
        people = new PersonEdits(skeleton, store::newPersonId);
        swaps = new SwapEdits(skeleton);
        predictions = new PredictionEdits(skeleton, store::newPersonId);
    }

    /** One step: mostly an edit, sometimes an undo or redo. An edit that the state does not allow is left out. */
    public void step() {
        int choice = random.nextInt(10);
        if (choice == 0) {
            history.undo();
        } else if (choice == 1) {
            history.redo();
        } else {
            edit();
        }
    }

    /** One edit, never an undo. */
    public void edit() {
        try {
            history.submit(command());
        } catch (EditRefusedException e) {
            if (e.getCause() != null) {
                throw e;
            }
        }
    }

    /** A command for the present state. */
    public EditCommand command() {
        ImageRecord image = store.get(anyKey());
        if (image.people().isEmpty()) {
            return add(image);
        }
        PersonInstance person = image.people().get(random.nextInt(image.people().size()));
        return random.nextBoolean() ? ofPoint(image, person.id()) : ofPerson(image, person);
    }

    private EditCommand ofPoint(ImageRecord image, long person) {
        int index = random.nextInt(skeleton.size());
        return switch (random.nextInt(7)) {
            case 0 -> keypoints.move(image, person, index, x(), y());
            case 1, 2 -> keypoints.nudge(image, person, index, 1, 0);
            case 3 -> keypoints.place(image, person, index, x(), y(), Visibility.OCCLUDED);
            case 4 -> keypoints.setVisibility(image, person, index, Visibility.ofFlag(random.nextInt(3)));
            case 5 -> predictions.acceptPoint(image, person, index, new ScoredKeypoint(x(), y(), 0.5));
            default -> swaps.limb(image, person, index);
        };
    }

    private EditCommand ofPerson(ImageRecord image, PersonInstance person) {
        long id = person.id();
        return switch (random.nextInt(12)) {
            case 0 -> BoxEdits.replace(image, id, new Box(x(), y(), 1 + x() / 4, 1 + y() / 4));
            case 1 -> BoxEdits.fitToKeypoints(image, id);
            case 2 -> BoxEdits.fitToPerson(image, id);
            case 3 -> people.delete(image, Set.of(id));
            case 4 -> people.move(image, id, 1.5, -2);
            case 5 -> people.paste(store.get(anyKey()), List.of(person), 3, 4);
            case 6 -> swaps.sides(image, id);
            case 7 -> swaps.mirror(image, id);
            case 8 -> predictions.accept(image, List.of(prediction()), 0.5);
            case 9 -> ChangeStatus.of(image.key(), store.status(image.key()), ImageStatus.flagged("note " + id));
            case 10 -> swaps.betweenPeople(image, id, farthest(image).id(), random.nextInt(skeleton.size()));
            default ->
                new CompositeEdit(
                        "Two at once",
                        List.of(
                                people.nudge(image, id, 0.25, 0),
                                ChangeStatus.of(image.key(), store.status(image.key()), ImageStatus.REVIEWED)));
        };
    }

    private static PersonInstance farthest(ImageRecord image) {
        return image.people().stream()
                .max(Comparator.comparingDouble(person -> person.box().x()))
                .orElseThrow();
    }

    private EditCommand add(ImageRecord image) {
        // As many points as this dataset's people have: a person with more could not be written to its files.
        Keypoints template = Keypoints.of(People.person(0).keypoints().toList().subList(0, skeleton.size()));
        return people.addFromTemplate(
                image, 0, new Box(x(), y(), 50, 60), template, People.person(0).box());
    }

    private PosePrediction prediction() {
        List<ScoredKeypoint> points = new ArrayList<>();
        for (int i = 0; i < skeleton.size(); i++) {
            points.add(new ScoredKeypoint(x(), y(), random.nextDouble()));
        }
        return new PosePrediction(new Box(x(), y(), 20, 30), 0, 0.9, points);
    }

    private ImageKey anyKey() {
        return store.keys().get(random.nextInt(store.keys().size()));
    }

    private double x() {
        return random.nextInt(6400) / 10.0;
    }

    private double y() {
        return random.nextInt(4800) / 10.0;
    }
}
