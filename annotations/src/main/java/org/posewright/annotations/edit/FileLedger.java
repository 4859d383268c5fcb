package org.posewright.annotations.edit;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.posewright.annotations.edit.journal.LabelVersion;
import org.posewright.annotations.model.ImageKey;

/** What label files hold: which content the people of each picture came from, and how readers of the file number them. */
final class FileLedger implements LabelVersions {

    /** Of hash maps, unless they are told otherwise. */
    private static final double LOAD_FACTOR = 0.75;

    private final DatasetStore store;
    private final Map<ImageKey, LabelVersion> versions;

    /** Files that have a new version for all their pictures, by the name of the file. */
    private final Map<String, Renewed> renewed = new HashMap<>();

    /** Only pictures whose people a reader numbers differently. */
    private final Map<ImageKey, FileState> renumbered = new HashMap<>();

    FileLedger(DatasetStore store) {
        this.store = store;
        // A table that grows while pictures arrive goes through all of them each time.
        this.versions = new HashMap<>((int) Math.ceil(store.keys().size() / LOAD_FACTOR));
    }

    @Override
    public LabelVersion of(ImageKey image) {
        LabelVersion own = versions.getOrDefault(image, LabelVersion.NONE);
        Renewed file = renewed.get(own.file());
        return file == null || file.since.contains(image) ? own : file.newest;
    }

    FileState state(ImageKey image) {
        FileState state = renumbered.get(image);
        return state == null ? FileState.asRead(store.peopleInFile(image)) : state;
    }

    /** A picture was read and is shown as its file has it. */
    void read(ImageKey image, LabelVersion version) {
        note(image, version);
    }

    /** The file holds these people now, whatever is shown. */
    void holds(ImageKey image, LabelVersion version, FileState state) {
        note(image, version);
        if (state.rowIds().isEmpty()) {
            renumbered.remove(image);
        } else {
            renumbered.put(image, state);
        }
        store.markSaved(image, state.people());
    }

    /** A file that holds many pictures has a new version for all of them; goes through none. */
    void renewVersions(Collection<LabelVersion> newest) {
        newest.stream()
                .filter(version -> !version.equals(LabelVersion.NONE))
                .forEach(version -> renewed.put(version.file(), new Renewed(version, new HashSet<>())));
    }

    private void note(ImageKey image, LabelVersion version) {
        versions.put(image, version);
        Renewed file = renewed.get(version.file());
        if (file != null) {
            file.since.add(image);
        }
    }

    /**
     * What all pictures of a file have.
     *
     * @param since pictures whose own version is newer than this
     */
    private record Renewed(LabelVersion newest, Set<ImageKey> since) {}
}
