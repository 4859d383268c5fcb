package org.posewright.annotations.edit.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads all segments of a journal in order and sets aside what lies behind damage. */
final class JournalReader {

    private final JournalLocation location;
    private final JournalIdentity identity;
    private final List<String> warnings = new ArrayList<>();

    /** Where writing goes on: in this segment, behind these bytes, with this number. */
    record End(int segment, long goodBytes, long nextSequence) {}

    JournalReader(JournalLocation location, JournalIdentity identity) {
        this.location = location;
        this.identity = identity;
    }

    List<String> warnings() {
        return warnings;
    }

    End read(Journal.Replay replay) throws IOException {
        TreeMap<Integer, Path> segments = location.segments();
        End end = new End(1, 0, 1);
        for (Map.Entry<Integer, Path> segment : segments.entrySet()) {
            JournalSegment.Extent extent =
                    new JournalSegment(segment.getValue(), identity).read(end.nextSequence(), replay);
            boolean unrelated = extent.goodBytes() == 0 && extent.damaged();
            boolean behindGap = unrelated && segment.getKey() > 1;
            if (!behindGap) {
                end = new End(segment.getKey(), extent.goodBytes(), extent.nextSequence());
            }
            boolean torn = extent.goodBytes() < Files.size(segment.getValue());
            boolean followed = segments.higherKey(segment.getKey()) != null;
            if (extent.damaged() || torn && followed) {
                setAside(segments.tailMap(segment.getKey(), true), behindGap);
                break;
            }
        }
        return end;
    }

    /** Keeps what cannot be read in order; the first segment stays in use up to its damage unless nothing of it is good. */
    private void setAside(Map<Integer, Path> damaged, boolean firstToo) throws IOException {
        boolean copy = !firstToo;
        for (Path file : damaged.values()) {
            Path kept = unusedName(file);
            if (copy) {
                Files.copy(file, kept, StandardCopyOption.COPY_ATTRIBUTES);
            } else {
                Files.move(file, kept);
            }
            copy = false;
            warnings.add("The journal " + file
                    + " is damaged; edits up to the damage are restored, the rest is kept in " + kept + ".");
        }
    }

    private static Path unusedName(Path file) {
        for (int i = 1; ; i++) {
            Path name = file.resolveSibling(file.getFileName() + ".damaged-" + i);
            if (!Files.exists(name)) {
                return name;
            }
        }
    }
}
