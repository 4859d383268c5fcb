package org.posewright.annotations.check;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Finding.Severity;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.source.DatasetDescription.SplitCount;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;

/** Pictures that are listed in two splits. */
final class SplitChecks {

    private SplitChecks() {}

    static void check(DatasetSource source, Consumer<Diagnosis> sink) {
        Map<ImageKey, String> firstSplit = new HashMap<>();
        for (SplitCount split : source.description().splits()) {
            for (ImageEntry entry : source.entries(split.split())) {
                String first = firstSplit.putIfAbsent(entry.key(), split.split());
                if (first != null) {
                    sink.accept(Diagnosis.of(Finding.ofFile(
                                    Severity.WARNING,
                                    "split.shared",
                                    entry.file(),
                                    Sentence.of(
                                            "split.shared",
                                            "the picture is in the splits {0} and {1}; measured quality will look better than it is",
                                            first,
                                            split.split()),
                                    Sentence.of("split.shared.remedy", "take it out of one of them"))
                            .atImage(entry.key())));
                }
            }
        }
    }
}
