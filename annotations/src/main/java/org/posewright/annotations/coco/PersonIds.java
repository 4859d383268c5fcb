package org.posewright.annotations.coco;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.posewright.annotations.model.Sentence;

/** Gives every annotation an id that is unique in the file: its own where it can. */
final class PersonIds {

    private final List<RawAnnotation> annotations;
    private final List<Defect> defects;

    PersonIds(List<RawAnnotation> annotations, List<Defect> defects) {
        this.annotations = annotations;
        this.defects = defects;
    }

    /** Returns an id above all that are in use. */
    long settle() {
        long next = 1;
        for (RawAnnotation annotation : annotations) {
            // Ids at the end of the range of long would leave no room; they are treated as unusable.
            if (annotation.id > Long.MAX_VALUE / 2) {
                annotation.id = RawAnnotation.NO_ID;
            }
            next = Math.max(next, annotation.id + 1);
        }
        Set<Long> taken = new HashSet<>(annotations.size() * 2);
        for (RawAnnotation annotation : annotations) {
            if (!annotation.isObject) {
                continue;
            }
            if (annotation.id != RawAnnotation.NO_ID && taken.add(annotation.id)) {
                annotation.personId = annotation.id;
            } else {
                annotation.personId = next++;
                tell(annotation);
            }
        }
        return next;
    }

    private void tell(RawAnnotation annotation) {
        boolean missing = annotation.id == RawAnnotation.NO_ID;
        defects.add(Defect.error(
                        missing ? "coco.id-missing" : "coco.id-duplicate",
                        annotation.start,
                        missing
                                ? Sentence.of(
                                        "coco.id-missing",
                                        "the annotation has no usable id; it is called {0} here",
                                        annotation.personId)
                                : Sentence.of(
                                        "coco.id-duplicate",
                                        "the id {0} is used by an earlier annotation; this one is called {1} here",
                                        annotation.id,
                                        annotation.personId),
                        Sentence.of(
                                "coco.id.remedy",
                                "give each annotation a whole number of its own as id; a save leaves it as it is"))
                .about(annotation));
    }
}
