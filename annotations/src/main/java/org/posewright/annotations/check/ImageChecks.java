package org.posewright.annotations.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Finding.Severity;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.source.LoadedImage;

/** Looks at one picture: what its reader found (with repairs added), repeated people, and each person. */
final class ImageChecks {

    private final List<PersonCheck> personChecks = List.of(new KeypointChecks(), new BoxChecks());
    private final Skeleton skeleton;

    ImageChecks(Skeleton skeleton) {
        this.skeleton = skeleton;
    }

    void check(LoadedImage loaded, Consumer<Diagnosis> sink) {
        for (Finding finding : loaded.findings()) {
            sink.accept(new Diagnosis(finding, repair(finding, loaded)));
        }
        Map<Body, PersonInstance> seen = new HashMap<>();
        for (PersonInstance person : loaded.image().people()) {
            InspectedPerson inspected = new InspectedPerson(person, loaded, skeleton);
            if (!inspected.isYolo()) {
                repeated(inspected, seen.putIfAbsent(Body.of(person), person), sink);
            }
            personChecks.forEach(check -> check.check(inspected, sink));
        }
    }

    /** What makes two people the same label. */
    private record Body(int category, Box box, Keypoints keypoints, boolean crowd) {
        static Body of(PersonInstance person) {
            return new Body(person.categoryIndex(), person.box(), person.keypoints(), person.crowd());
        }
    }

    private static void repeated(
            InspectedPerson inspected,
            @org.jspecify.annotations.Nullable PersonInstance first,
            Consumer<Diagnosis> sink) {
        if (first != null) {
            sink.accept(Diagnosis.of(
                    inspected.finding(
                            Severity.WARNING,
                            "person.duplicate",
                            Sentence.of("person.duplicate", "the same box and keypoints as annotation {0}", first.id()),
                            Sentence.of("person.duplicate.remedy", "delete one of them")),
                    inspected.deletion(Sentence.of("fix.delete-duplicate", "Delete the duplicate"))));
        }
    }

    private Optional<Fix> repair(Finding finding, LoadedImage loaded) {
        if (finding.personId().isEmpty()) {
            return Optional.empty();
        }
        Optional<InspectedPerson> person = loaded.image()
                .person(finding.personId().getAsLong())
                .map(found -> new InspectedPerson(found, loaded, skeleton));
        return switch (finding.code()) {
            case "yolo.duplicate-row" ->
                person.map(found -> found.deletion(Sentence.of("fix.delete-row", "Delete the row")));
            case "yolo.coordinate-range", "yolo.negative" ->
                person.map(PointClamp::fix).filter(fix -> !fix.after().equals(Optional.of(fix.before())));
            default -> Optional.empty();
        };
    }
}
