package org.posewright.annotations.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Finding.Severity;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.source.ImageOrigin;
import org.posewright.annotations.source.LoadedImage;

/** A person under inspection and where they come from. */
record InspectedPerson(PersonInstance person, LoadedImage loaded, Skeleton skeleton) {

    ImageSize size() {
        return loaded.image().size();
    }

    boolean isYolo() {
        return loaded.origin() instanceof ImageOrigin.YoloRows;
    }

    Finding finding(Severity severity, String code, Sentence problem, Sentence cure) {
        ImageOrigin origin = loaded.origin();
        Path file = origin.labelFile().orElse(loaded.image().file());
        OptionalLong line =
                origin instanceof ImageOrigin.YoloRows rows ? rows.rows().line(person.id()) : OptionalLong.empty();
        return new Finding(
                severity,
                code,
                file,
                line,
                Optional.of(loaded.image().key()),
                OptionalLong.of(person.id()),
                problem,
                cure);
    }

    Fix fix(Sentence description, PersonInstance repaired) {
        return new Fix(description, loaded.image().key(), person, Optional.of(repaired));
    }

    Fix deletion(Sentence description) {
        return new Fix(description, loaded.image().key(), person, Optional.empty());
    }

    /** The indices of the points that a condition holds for. */
    List<Integer> points(IntPredicate condition) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < person.keypoints().size(); i++) {
            if (condition.test(i)) {
                indices.add(i);
            }
        }
        return indices;
    }

    /** Names of points for a message. */
    String names(List<Integer> indices) {
        return indices.stream()
                .map(i -> skeleton.keypointNames().get(i))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }
}
