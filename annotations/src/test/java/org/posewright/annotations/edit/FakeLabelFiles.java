package org.posewright.annotations.edit;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.posewright.annotations.edit.journal.JournalEntry.WrittenImage;
import org.posewright.annotations.edit.journal.JournalException;
import org.posewright.annotations.edit.journal.JournalIdentity;
import org.posewright.annotations.edit.journal.JournalLocation;
import org.posewright.annotations.edit.journal.LabelVersion;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.PersonInstance;

/** Label files in memory that sessions read, that a save renumbers, and that somebody else may change. */
final class FakeLabelFiles {

    private final int images;

    /** The made-up label files: what a reader would find, numbered 0, 1, 2 … in each. */
    private final Map<ImageKey, List<PersonInstance>> files = new HashMap<>();

    private final Map<ImageKey, Integer> generations = new HashMap<>();

    FakeLabelFiles(int images, int people) {
        this.images = images;
        for (int i = 0; i < images; i++) {
            files.put(People.key(i), People.image(i, people).people());
        }
    }

    EditSession open(Path folder) throws JournalException {
        EditSession session = EditSession.open(
                new DatasetStore(People.frame()),
                new JournalLocation(folder, "journal"),
                new JournalIdentity("yolo", 17),
                InstantSource.system());
        List<ImageKey> keys = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            keys.add(People.key(i));
        }
        session.store().list(keys);
        return session;
    }

    EditSession openAndLoad(Path folder) throws JournalException {
        EditSession session = open(folder);
        for (int i = 0; i < images; i++) {
            session.loaded(List.of(labels(i)));
        }
        return session;
    }

    LoadedLabels labels(int number) {
        ImageKey key = People.key(number);
        return new LoadedLabels(People.image(number, 0).withPeople(files.get(key)), version(key));
    }

    private LabelVersion version(ImageKey key) {
        return new LabelVersion(key.path() + ".txt", "generation " + generations.getOrDefault(key, 0));
    }

    void changeOutside(int number, List<PersonInstance> people) {
        ImageKey key = People.key(number);
        files.put(key, people);
        generations.merge(key, 1, Integer::sum);
    }

    /** Writes as a YOLO file would be written: rows renumbered, and coordinates rounded a little. */
    void write(SaveTicket ticket, UnsavedImage image) throws JournalException {
        ImageKey key = image.current().key();
        List<PersonInstance> rows = new ArrayList<>();
        List<Long> rowIds = new ArrayList<>();
        for (PersonInstance person : image.current().people()) {
            rowIds.add((long) rows.size());
            rows.add(person.withId(rows.size()).withBox(person.box().translated(1e-7, 0)));
        }
        List<WrittenImage> written = List.of(new WrittenImage(key, rowIds));
        LabelVersion next =
                new LabelVersion(key.path() + ".txt", "generation " + (generations.getOrDefault(key, 0) + 1));
        ticket.writing(next, written);
        changeOutside(Integer.parseInt(key.fileName().substring(0, 3)), rows);
        ticket.written(next, written);
    }

    void saveAll(EditSession session) throws JournalException {
        SaveTicket ticket = session.prepareSave(session.store().keys());
        ticket.begin();
        for (UnsavedImage image : ticket.images()) {
            write(ticket, image);
        }
        ticket.finish();
        session.endSave(ticket);
    }
}
