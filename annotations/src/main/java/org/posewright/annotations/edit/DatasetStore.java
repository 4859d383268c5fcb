package org.posewright.annotations.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.edit.command.EditRefusedException;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.edit.command.PointMemory;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;

/**
 * The current state of an open dataset: an ordered list of pictures, the record of each as soon as it is loaded, its status, and the
 * people as the label files hold them. Look-ups go by key through a hash index; nothing scans. People and status change through
 * {@link EditHistory} alone.
 *
 * <p>Confined to one thread. Other threads work on a {@link #snapshot()}.
 */
public final class DatasetStore {

    private final DatasetFrame frame;
    private final Map<ImageKey, ImageSlot> slots = new HashMap<>();
    private final List<ImageKey> keys = new ArrayList<>();

    private final RecordPages records = new RecordPages();

    private final Map<ImageKey, ImageStatus> statuses = new HashMap<>();
    private final Set<ImageKey> unsaved = new LinkedHashSet<>();
    private final List<StoreChange.Listener> listeners = new CopyOnWriteArrayList<>();
    private final WithdrawnPoints withdrawn = new WithdrawnPoints();
    private @Nullable Dataset snapshot;
    private int loadedCount;
    private long highestPersonId;

    public DatasetStore(DatasetFrame frame) {
        this.frame = frame;
    }

    public DatasetFrame frame() {
        return frame;
    }

    /** Announces pictures in dataset order before their records are there; known keys keep their place. */
    public void list(Collection<ImageKey> announced) {
        List<ImageKey> added = new ArrayList<>();
        for (ImageKey key : announced) {
            if (!slots.containsKey(key)) {
                slot(key);
                added.add(key);
            }
        }
        publish(StoreChange.Kind.LISTED, added);
    }

    /**
     * Takes in records as the files give them. A key that was not announced is added at the end. A record that replaces a loaded one
     * changes what counts as saved; edits that are not saved stay.
     */
    public void putLoaded(Collection<ImageRecord> records) {
        records.forEach(record -> install(record, record.people(), record.people()));
        publish(StoreChange.Kind.LOADED, records.stream().map(ImageRecord::key).toList());
    }

    /** All pictures in dataset order, loaded or not; a view that grows as pictures are listed. */
    public List<ImageKey> keys() {
        return Collections.unmodifiableList(keys);
    }

    /** Place in {@link #keys()}; -1 for an unknown picture. */
    public int indexOf(ImageKey key) {
        ImageSlot slot = slots.get(key);
        return slot == null ? -1 : slot.position;
    }

    public int loadedCount() {
        return loadedCount;
    }

    /** The picture as it stands; empty while it is unknown or not loaded. */
    public Optional<ImageRecord> find(ImageKey key) {
        ImageSlot slot = slots.get(key);
        return slot == null ? Optional.empty() : Optional.ofNullable(slot.current);
    }

    /**
     * The picture as it stands.
     *
     * @throws EditRefusedException if it is unknown or not loaded
     */
    public ImageRecord get(ImageKey key) {
        return find(key)
                .orElseThrow(() -> new EditRefusedException(
                        "The labels of " + key + " are not loaded; wait until the dataset has been read."));
    }

    /** The people as the label file holds them, as far as it is known. */
    public List<PersonInstance> peopleInFile(ImageKey key) {
        ImageSlot slot = slots.get(key);
        return slot == null ? List.of() : slot.inFile;
    }

    public ImageStatus status(ImageKey key) {
        ImageSlot slot = slots.get(key);
        return slot == null ? ImageStatus.UNTOUCHED : slot.status();
    }

    /** The status of each picture that somebody worked on; a copy. The others are untouched. */
    public Map<ImageKey, ImageStatus> statuses() {
        return new HashMap<>(statuses);
    }

    /** The pictures whose people differ from what their label files hold, first changed first; a copy. */
    public Set<ImageKey> unsavedImages() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(unsaved));
    }

    /** Size of {@link #unsavedImages()}, without a copy. */
    public int unsavedCount() {
        return unsaved.size();
    }

    /** Whether {@link #unsavedImages()} has the picture, without a copy. */
    public boolean isUnsaved(ImageKey key) {
        return unsaved.contains(key);
    }

    public boolean hasUnsavedEdits() {
        return !unsaved.isEmpty();
    }

    /** An id that no person of the dataset has or had. */
    public long newPersonId() {
        return ++highestPersonId;
    }

    /** Where points were before their label was taken away in this session. */
    public PointMemory pointMemory() {
        return withdrawn;
    }

    /** The loaded pictures as they stand, in dataset order. Cheap whatever the size of the dataset: see {@link RecordPages}. */
    public Dataset snapshot() {
        Dataset current = snapshot;
        if (current == null) {
            current = new Dataset(
                    frame.name(), frame.root(), frame.skeleton(), frame.categoryNames(), records.snapshot());
            snapshot = current;
        }
        return current;
    }

    public void addListener(StoreChange.Listener listener) {
        listeners.add(listener);
    }

    public void removeListener(StoreChange.Listener listener) {
        listeners.remove(listener);
    }

    /** Puts a record in place whose people in the file and people on the screen may differ. */
    void install(ImageRecord fromFile, List<PersonInstance> inFile, List<PersonInstance> current) {
        ImageSlot slot = slot(fromFile.key());
        List<PersonInstance> shown = current;
        if (slot.current == null) {
            loadedCount++;
        } else if (slot.isUnsaved()) {
            shown = slot.current.people();
        }
        slot.inFile = List.copyOf(inFile);
        show(slot, fromFile.withPeople(shown));
        inFile.forEach(person -> reserveId(person.id()));
        noteUnsaved(slot);
    }

    /** The labels on disk are these now. */
    void markSaved(ImageKey key, List<PersonInstance> inFile) {
        ImageSlot slot = slot(key);
        slot.inFile = List.copyOf(inFile);
        noteUnsaved(slot);
    }

    void setPeople(ImageKey key, List<PersonInstance> people) {
        ImageSlot slot = slot(key);
        ImageRecord before = get(key);
        withdrawn.note(before, people);
        show(slot, before.withPeople(people));
        people.forEach(person -> reserveId(person.id()));
        noteUnsaved(slot);
    }

    void setStatus(ImageKey key, ImageStatus status) {
        ImageSlot slot = slot(key);
        slot.setMark(status);
        noteStatus(slot);
    }

    void countEdits(Collection<ImageKey> images, int more) {
        images.stream().filter(slots::containsKey).map(this::slot).forEach(slot -> {
            slot.countEdits(more);
            noteStatus(slot);
        });
    }

    /** Makes sure that no new person gets this id. */
    void reserveId(long id) {
        highestPersonId = Math.max(highestPersonId, id);
    }

    void publish(StoreChange.Kind kind, Collection<ImageKey> images) {
        if (!images.isEmpty()) {
            StoreChange change = new StoreChange(kind, List.copyOf(images));
            listeners.forEach(listener -> listener.changed(change));
        }
    }

    private ImageSlot slot(ImageKey key) {
        return slots.computeIfAbsent(key, added -> {
            keys.add(added);
            records.addEmpty();
            return new ImageSlot(added, keys.size() - 1);
        });
    }

    private void show(ImageSlot slot, ImageRecord record) {
        slot.current = record;
        records.set(slot.position, record);
        snapshot = null;
    }

    private void noteStatus(ImageSlot slot) {
        if (slot.status().equals(ImageStatus.UNTOUCHED)) {
            statuses.remove(slot.key);
        } else {
            statuses.put(slot.key, slot.status());
        }
    }

    private void noteUnsaved(ImageSlot slot) {
        if (slot.isUnsaved()) {
            unsaved.add(slot.key);
        } else {
            unsaved.remove(slot.key);
        }
    }
}
