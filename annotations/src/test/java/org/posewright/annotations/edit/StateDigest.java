package org.posewright.annotations.edit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.posewright.annotations.edit.command.EditCommand;
import org.posewright.annotations.edit.journal.Journal;
import org.posewright.annotations.edit.journal.JournalException;
import org.posewright.annotations.edit.journal.JournalIdentity;
import org.posewright.annotations.edit.journal.JournalLocation;
import org.posewright.annotations.model.ImageKey;

/** A short text that stands for history and labels of a session, from the living store or from its journal. */
public final class StateDigest {

    private StateDigest() {}

    /** Of a session that is open. */
    public static String of(EditSession session) {
        EditHistory history = session.history();
        return digest(
                history.undoSteps(),
                history.redoSteps(),
                key -> session.store().get(key).people().toString(),
                key -> session.store().status(key).note());
    }

    /** Of what the journal says up to an entry; "-" when it does not reach that far. */
    public static String of(JournalLocation location, JournalIdentity identity, long sequence) throws JournalException {
        JournalReplay replay = new JournalReplay();
        List<String> found = new ArrayList<>(List.of("-"));
        Journal.open(location, identity, (number, entry) -> {
                    replay.entry(number, entry);
                    if (number == sequence) {
                        found.set(
                                0,
                                digest(
                                        replay.history().undo,
                                        replay.history().redo,
                                        key -> replay.image(key).people().toString(),
                                        key -> replay.find(key)
                                                .orElseThrow()
                                                .status
                                                .note()));
                    }
                })
                .close();
        return found.get(0);
    }

    private static String digest(
            List<EditCommand> undo,
            List<EditCommand> redo,
            Function<ImageKey, String> people,
            Function<ImageKey, String> note) {
        CRC32C crc = new CRC32C();
        Set<ImageKey> touched = new TreeSet<>();
        // A journal that only changed the status of a picture leaves its people to the label file.
        Set<ImageKey> peopleTouched = new TreeSet<>();
        Stream.concat(undo.stream(), redo.stream()).forEach(command -> {
            touched.addAll(command.images());
            peopleTouched.addAll(command.imagesWithPeopleChanged());
        });
        touched.forEach(
                key -> update(crc, (peopleTouched.contains(key) ? people.apply(key) : "") + " " + note.apply(key)));
        update(crc, undo.isEmpty() ? "" : undo.get(undo.size() - 1).toString());
        update(crc, redo.isEmpty() ? "" : redo.get(redo.size() - 1).toString());
        return undo.size() + "/" + redo.size() + "/" + Long.toHexString(crc.getValue());
    }

    private static void update(CRC32C crc, String text) {
        crc.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
