package org.posewright.app.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.posewright.annotations.evaluation.suspect.LabelSuspect;
import org.posewright.annotations.evaluation.suspect.SuspectKind;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton;

/**
 * How many of the planted mistakes a list of suspects holds, and how many of its entries are about nothing planted. An entry counts as
 * a find when it is of the right kind and about the planted person and joint; of a person left out, when it says that somebody is
 * missing in that picture. Entries about one person count as one alarm, as they are one look at the picture.
 */
public final class PlantedSearch {

    private final List<PlantedMistake> planted;
    private final Skeleton skeleton;
    /** Ids of the people of a picture, by row. */
    private final Map<String, List<Long>> idsByRow = new HashMap<>();

    public PlantedSearch(List<PlantedMistake> planted, Skeleton skeleton) {
        this.planted = List.copyOf(planted);
        this.skeleton = skeleton;
    }

    /**
     * The list beside a sample dataset.
     *
     * @throws IOException if it cannot be read
     */
    public static PlantedSearch read(Path plantedMistakes, Skeleton skeleton) throws IOException {
        return new PlantedSearch(
                List.of(new ObjectMapper().readValue(plantedMistakes.toFile(), PlantedMistake[].class)), skeleton);
    }

    /**
     * What a list came to.
     *
     * @param found planted mistakes that an entry names
     * @param overlooked those that none does
     * @param alarms people, present or missing, that the list is about
     * @param falseAlarms those about whom nothing was planted, each with an entry that accuses them
     */
    public record Outcome(
            List<PlantedMistake> found, List<PlantedMistake> overlooked, int alarms, List<LabelSuspect> falseAlarms) {

        public double foundShare() {
            return (double) found.size() / Math.max(1, found.size() + overlooked.size());
        }

        /** Of all alarms. */
        public double falseShare() {
            return (double) falseAlarms.size() / Math.max(1, alarms);
        }
    }

    /** One look: a person of a picture, or somebody missing there. */
    private record Alarm(String image, OptionalLong person, int missing) {}

    /**
     * Compares a list with what was planted.
     *
     * @param images as they were inspected
     */
    public Outcome in(List<LabelSuspect> suspects, List<ImageRecord> images) {
        for (ImageRecord image : images) {
            List<Long> ids = image.people().stream().map(PersonInstance::id).toList();
            idsByRow.put(image.key().fileName(), ids);
        }
        List<PlantedMistake> found = new ArrayList<>();
        List<PlantedMistake> overlooked = new ArrayList<>();
        for (PlantedMistake mistake : planted) {
            boolean named = suspects.stream().anyMatch(suspect -> names(suspect, mistake));
            (named ? found : overlooked).add(mistake);
        }
        Map<Alarm, LabelSuspect> alarms = new LinkedHashMap<>();
        for (LabelSuspect suspect : suspects) {
            Alarm alarm = new Alarm(
                    suspect.image().fileName(),
                    suspect.person(),
                    suspect.person().isPresent() ? -1 : suspect.prediction().orElse(-1));
            alarms.putIfAbsent(alarm, suspect);
        }
        List<LabelSuspect> falseAlarms = alarms.values().stream()
                .filter(suspect -> planted.stream().noneMatch(mistake -> isAboutThePersonOf(suspect, mistake)))
                .toList();
        return new Outcome(found, overlooked, alarms.size(), falseAlarms);
    }

    private boolean isAboutThePersonOf(LabelSuspect suspect, PlantedMistake mistake) {
        boolean missing = mistake.kind() == PlantedMistake.Kind.PERSON_MISSING;
        return suspect.image().fileName().equals(mistake.image())
                && (missing
                        ? suspect.kind() == SuspectKind.PERSON_MISSING
                        : suspect.person().isPresent()
                                && idsByRow.getOrDefault(mistake.image(), List.of())
                                                .indexOf(suspect.person().getAsLong())
                                        == mistake.row());
    }

    private boolean names(LabelSuspect suspect, PlantedMistake mistake) {
        if (!isAboutThePersonOf(suspect, mistake)) {
            return false;
        }
        return switch (mistake.kind()) {
            case PERSON_MISSING -> true;
            case SIDES_SWAPPED ->
                suspect.kind() == SuspectKind.SIDES_SWAPPED || suspect.kind() == SuspectKind.PAIR_SWAPPED;
            case JOINT_DISPLACED ->
                (suspect.kind() == SuspectKind.JOINT_DISPLACED || suspect.kind() == SuspectKind.JOINT_OUTSIDE_BOX)
                        && joint(mistake).filter(suspect.keypoints()::contains).isPresent();
            case WRONG_FLAG ->
                suspect.kind() == SuspectKind.VISIBILITY
                        && joint(mistake).filter(suspect.keypoints()::contains).isPresent();
        };
    }

    /** The joint that the mistake's phrase begins with. */
    private Optional<Integer> joint(PlantedMistake mistake) {
        int index = skeleton.keypointNames().indexOf(mistake.detail().split(" ")[0]);
        return index < 0 ? Optional.empty() : Optional.of(index);
    }
}
