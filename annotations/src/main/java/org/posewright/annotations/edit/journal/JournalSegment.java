package org.posewright.annotations.edit.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads one file of the journal. Its first line names the dataset; the others are entries. */
final class JournalSegment {

    private static final int FORMAT = 1;

    private final Path file;
    private final JournalIdentity identity;
    private final ObjectMapper mapper = new ObjectMapper();
    private final EntryJson entries = new EntryJson();

    /**
     * How far a file could be read.
     *
     * @param goodBytes length of the part that is whole
     * @param nextSequence of the entry that would follow
     * @param damaged whether whole lines lie behind the first bad one, so that something other than a torn end went wrong
     */
    record Extent(long goodBytes, long nextSequence, boolean damaged) {}

    JournalSegment(Path file, JournalIdentity identity) {
        this.file = file;
        this.identity = identity;
    }

    JournalLine header(long sequence) throws IOException {
        ObjectNode node = mapper.createObjectNode()
                .put("entry", "header")
                .put("format", FORMAT)
                .put("labels", identity.labelFormat())
                .put("keypoints", identity.keypointCount());
        return new JournalLine(sequence, mapper.writeValueAsBytes(node));
    }

    Extent read(long firstSequence, Journal.Replay replay) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int from = 0;
        long sequence = firstSequence;
        while (from < bytes.length) {
            int to = lineEnd(bytes, from);
            Optional<JournalLine> line = to < 0 ? Optional.empty() : JournalLine.parse(bytes, from, to);
            if (line.isEmpty() || line.get().sequence() != sequence) {
                return new Extent(from, sequence, hasWholeLine(bytes, from));
            }
            if (from == 0) {
                checkHeader(line.get());
            } else {
                replay.entry(sequence, entry(line.get()));
            }
            from = to + 1;
            sequence++;
        }
        return new Extent(from, sequence, false);
    }

    private JournalEntry entry(JournalLine line) throws IOException {
        try {
            return entries.read(line.body());
        } catch (IllegalArgumentException e) {
            throw new JournalException(
                    "Entry " + line.sequence() + " of " + file + " is not one that this version of the program knows ("
                            + e.getMessage() + "); open the dataset with a newer version.",
                    e);
        }
    }

    private void checkHeader(JournalLine line) throws IOException {
        JsonNode node = mapper.readTree(line.body());
        if (!node.path("entry").asText().equals("header") || node.path("format").asInt() > FORMAT) {
            throw new JournalException(
                    file + " was written by a newer version of the program; open the dataset with that one.");
        }
        JournalIdentity found = new JournalIdentity(
                node.path("labels").asText(), node.path("keypoints").asInt());
        if (!found.equals(identity)) {
            throw new JournalException(
                    "The edits in " + file + " belong to " + described(found) + ", but this dataset has "
                            + described(identity) + "; move the file away to open it without them.");
        }
    }

    private static String described(JournalIdentity identity) {
        return identity.labelFormat() + " labels with " + identity.keypointCount() + " keypoints";
    }

    private static int lineEnd(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static boolean hasWholeLine(byte[] bytes, int start) {
        int from = start;
        for (int to = lineEnd(bytes, from); to >= 0; to = lineEnd(bytes, from)) {
            if (JournalLine.parse(bytes, from, to).isPresent()) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }
}
