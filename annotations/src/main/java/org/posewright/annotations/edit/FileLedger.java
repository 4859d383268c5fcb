package org.posewright.annotations.edit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.posewright.annotations.edit.journal.LabelVersion;
import org.posewright.annotations.model.ImageKey;

/** What label files hold: which content the people of each picture came from, and how readers of the file number them. */
final class FileLedger implements LabelVersions {

    /** Of hash maps, unless they are told otherwise. */
    private static final double LOAD_FACTOR = 0.75;

    private final DatasetStore store;
    private final Map<ImageKey, LabelVersion> versions;

    /** Only pictures whose people a reader numbers differently. */
    private final Map<ImageKey, FileState> renumbered = new HashMap<>();

    FileLedger(DatasetStore store) {
        this.store = store;
        // A table that grows while pictures arrive goes through all of them each time.
        this.versions = new HashMap<>((int) Math.ceil(store.keys().size() / LOAD_FACTOR));
    }

    @Override
    public LabelVersion of(ImageKey image) {
        return versions.getOrDefault(image, LabelVersion.NONE);
    }

    FileState state(ImageKey image) {
        FileState state = renumbered.get(image);
        return state == null ? FileState.asRead(store.peopleInFile(image)) : state;
    }

    /** A picture was read and is shown as its file has it. */
    void read(ImageKey image, LabelVersion version) {
        versions.put(image, version);
    }

    /** The file holds these people now, whatever is shown. */
    void holds(ImageKey image, LabelVersion version, FileState state) {
        versions.put(image, version);
        if (state.rowIds().isEmpty()) {
            renumbered.remove(image);
        } else {
            renumbered.put(image, state);
        }
        store.markSaved(image, state.people());
    }

    /** A file that holds many pictures has a new version for all of them. */
    void renewVersions(Collection<LabelVersion> newest) {
        Map<String, LabelVersion> byFile = new HashMap<>();
        newest.stream()
                .filter(version -> !version.equals(LabelVersion.NONE))
                .forEach(version -> byFile.put(version.file(), version));
        if (!byFile.isEmpty()) {
            versions.replaceAll((image, old) -> byFile.getOrDefault(old.file(), old));
        }
    }
}
