package org.posewright.annotations.save;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.posewright.annotations.edit.DatasetFrame;
import org.posewright.annotations.edit.DatasetStore;
import org.posewright.annotations.edit.EditSession;
import org.posewright.annotations.edit.LoadedLabels;
import org.posewright.annotations.edit.journal.JournalException;
import org.posewright.annotations.edit.journal.JournalIdentity;
import org.posewright.annotations.edit.journal.JournalLocation;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.source.DatasetDescription;
import org.posewright.annotations.source.DatasetKind;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.source.LoadedImage;
import org.posewright.annotations.storage.AtomicFiles;
import org.posewright.annotations.storage.SessionBackups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session together with the label files behind it: pictures come in through here, and saves go out. Belongs to the store's thread;
 * the jobs that it makes do not. A save is {@link #beginSave}, {@link SaveJob#run} in a job, {@link #endSave}.
 */
public final class EditableDataset {

    private static final Logger LOG = LoggerFactory.getLogger(EditableDataset.class);
    private static final DateTimeFormatter SESSION_NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final EditSession session;
    private final LabelOrigins origins;
    private final LabelFormats formats;

    /**
     * @param sessionStart names the folder below {@link EditSession#folder()} that keeps the originals of changed files
     */
    public EditableDataset(EditSession session, AtomicFiles files, Instant sessionStart) {
        this.session = session;
        this.origins = new LabelOrigins(
                session.store().frame().root(), session.store().keys().size());
        Path backups = session.folder().resolve("backups").resolve(SESSION_NAME.format(sessionStart));
        Path staging = session.folder().resolve("staging");
        this.formats = new LabelFormats(
                files,
                new SessionBackups(files, Optional.of(backups)),
                origins,
                staging,
                session.folder().resolve("removed"));
        deleteLeftovers(staging, session);
    }

    /**
     * Opens a dataset for editing: locks it, lists its pictures and reads what earlier sessions left. Reads files; work for a job, before
     * anybody else knows the result. Nothing is loaded yet; begin with {@link EditSession#imagesWithHistory()}.
     *
     * @param userDataFolder holds the journal when the dataset's own folder cannot be written
     * @throws JournalException if another window has the dataset open or edits cannot be recorded
     */
    public static EditableDataset open(DatasetSource source, Path userDataFolder, InstantSource clock)
            throws JournalException {
        DatasetDescription about = source.description();
        String labels = about.kind() == DatasetKind.COCO ? "coco" : "yolo";
        DatasetStore store =
                new DatasetStore(new DatasetFrame(about.name(), about.root(), about.skeleton(), about.categoryNames()));
        store.list(source.entries().stream().map(ImageEntry::key).toList());
        JournalLocation location = JournalLocation.forDataset(about.root(), labels, userDataFolder);
        JournalIdentity identity = new JournalIdentity(labels, about.skeleton().size());
        EditSession session = EditSession.open(store, location, identity, clock);
        return new EditableDataset(session, new AtomicFiles(), clock.instant());
    }

    public EditSession session() {
        return session;
    }

    /** Takes in pictures that were read for the first time. */
    public void loaded(Collection<LoadedImage> images) {
        images.forEach(image -> origins.put(image.image().key(), image.origin()));
        session.loaded(labels(images));
    }

    /**
     * The pictures whose labels of now may differ from a fresh reading of their files, with where they came from: those with unsaved
     * edits, and those that this or an earlier session has worked on.
     */
    public Map<ImageKey, LoadedImage> edited() {
        DatasetStore store = session.store();
        Set<ImageKey> touched = new HashSet<>(session.imagesWithHistory());
        touched.addAll(store.unsavedImages());
        session.history().undoSteps().forEach(step -> touched.addAll(step.images()));
        Map<ImageKey, LoadedImage> edited = new HashMap<>();
        touched.forEach(key -> store.find(key)
                .ifPresent(record -> edited.put(key, new LoadedImage(record, origins.of(key), List.of()))));
        return edited;
    }

    /**
     * Takes in label files that somebody else changed. Pictures with unsaved edits become conflicts of the session, to be decided with
     * {@link EditSession#keepMine} or {@link EditSession#takeTheirs}; the others follow their files.
     */
    public void reread(Collection<DiskChange> changes) {
        for (DiskChange change : changes) {
            change.theirs().forEach(image -> origins.put(image.image().key(), image.origin()));
            session.reread(labels(change.theirs()));
        }
    }

    /** A job that finds out what a save would do. */
    public PlanJob plan() {
        return new PlanJob(session.unsaved(), session.store().snapshot(), formats);
    }

    /** A save of everything that is unsaved and not in conflict, as it stands now. */
    public SaveJob prepareSave() {
        return new SaveJob(
                session.prepareSave(session.store().unsavedImages()),
                session.store().snapshot(),
                formats);
    }

    /** Takes note of what a save has done, and of files that it found changed. */
    public void endSave(SaveJob job, SaveOutcome outcome) {
        outcome.origins().forEach(origins::put);
        session.endSave(job.ticket());
        reread(outcome.diskChanges());
    }

    private List<LoadedLabels> labels(Collection<LoadedImage> images) {
        return images.stream()
                .map(image -> new LoadedLabels(image.image(), origins.version(image.origin())))
                .toList();
    }

    /** A save that was killed leaves the files that it was making: ours and those beside the label files. */
    private static void deleteLeftovers(Path staging, EditSession session) {
        Path root = session.store().frame().root();
        Set<Path> folders = new HashSet<>(Set.of(staging));
        session.filesOfUnfinishedSaves()
                .forEach(file -> folders.add(root.resolve(file).toAbsolutePath().getParent()));
        for (Path folder : folders) {
            try {
                if (Files.isDirectory(folder)) {
                    AtomicFiles.deleteLeftovers(folder);
                }
            } catch (IOException e) {
                LOG.warn("Leftovers of an earlier save stay in {}", folder, e);
            }
        }
    }
}
