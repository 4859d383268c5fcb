package org.posewright.annotations.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Finding.Severity;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.model.Skeleton;

/** Whether mirror partners are mutual and agree with the names of the points. */
final class SkeletonChecks {

    private static final List<String[]> SHORT_SIDES = List.of(
            new String[] {"(?<![a-z0-9])l(?=[_. -])", "r"},
            new String[] {"(?<=[_. -])l(?![a-z0-9])", "r"},
            new String[] {"(?<![a-z0-9])r(?=[_. -])", "l"},
            new String[] {"(?<=[_. -])r(?![a-z0-9])", "l"});

    private SkeletonChecks() {}

    static void check(Skeleton skeleton, Path file, Consumer<Diagnosis> sink) {
        for (int i = 0; i < skeleton.flipIndices().size(); i++) {
            int partner = skeleton.partner(i);
            if (skeleton.partner(partner) != i) {
                sink.accept(Diagnosis.of(Finding.ofFile(
                        Severity.ERROR,
                        "skeleton.flip-not-mutual",
                        file,
                        Sentence.of(
                                "skeleton.flip-not-mutual",
                                "flip_idx sends point {0} to {1} but point {2} to {3}",
                                i,
                                partner,
                                partner,
                                skeleton.partner(partner)),
                        Sentence.of("skeleton.flip-not-mutual.remedy", "make partners name each other in flip_idx"))));
            }
            names(skeleton, i, file, sink);
        }
    }

    private static void names(Skeleton skeleton, int index, Path file, Consumer<Diagnosis> sink) {
        String name = skeleton.keypointNames().get(index);
        String partner = skeleton.keypointNames().get(skeleton.partner(index));
        Optional<String> expected = otherSide(name);
        boolean agrees = expected.map(partner::equalsIgnoreCase)
                .orElse(name.equals(partner) || otherSide(partner).isEmpty());
        boolean partnerExists =
                expected.isEmpty() || skeleton.keypointNames().stream().anyMatch(expected.get()::equalsIgnoreCase);
        if (!agrees && partnerExists) {
            sink.accept(Diagnosis.of(Finding.ofFile(
                    Severity.WARNING,
                    "skeleton.flip-names",
                    file,
                    expected.map(other -> Sentence.of(
                                    "skeleton.flip-names.other",
                                    "flip_idx pairs '{0}' with '{1}', not with '{2}'",
                                    name,
                                    partner,
                                    other))
                            .orElseGet(() -> Sentence.of(
                                    "skeleton.flip-names", "flip_idx pairs '{0}' with '{1}'", name, partner)),
                    Sentence.of("skeleton.flip-names.remedy", "correct flip_idx or the names"))));
        }
    }

    /** The name of the same point on the other side; empty when a name tells no side. */
    private static Optional<String> otherSide(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("left")) {
            return Optional.of(lower.replace("left", "right"));
        }
        if (lower.contains("right")) {
            return Optional.of(lower.replace("right", "left"));
        }
        return SHORT_SIDES.stream()
                .map(side -> lower.replaceFirst(side[0], side[1]))
                .filter(changed -> !changed.equals(lower))
                .findFirst();
    }
}
