package org.posewright.annotations.save;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.posewright.annotations.edit.SaveTicket;
import org.posewright.annotations.edit.journal.JournalException;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.save.LabelFileFormat.Work;
import org.posewright.annotations.save.LabelFileFormat.Written;
import org.posewright.annotations.save.SaveOutcome.Failure;
import org.posewright.annotations.source.ImageOrigin;
import org.posewright.annotations.storage.FileChangedException;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/**
 * Writes the labels as they stood when the job was made. Made on the store's thread; {@link #begin} on any other before the next edit
 * is logged, {@link #run} on any other while editing goes on. A file that cannot be written does not keep the others from being written.
 */
public final class SaveJob {

    private final SaveTicket ticket;
    private final Dataset shown;
    private final LabelFormats formats;
    private final List<Path> written = new ArrayList<>();
    private final List<DiskChange> diskChanges = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Map<ImageKey, ImageOrigin> origins = new HashMap<>();

    SaveJob(SaveTicket ticket, Dataset shown, LabelFormats formats) {
        this.ticket = ticket;
        this.shown = shown;
        this.formats = formats;
    }

    SaveTicket ticket() {
        return ticket;
    }

    /**
     * Says in the journal what is to be written; waits for the disk.
     *
     * @throws JournalException if that is not on disk; nothing is to be saved then
     */
    public void begin() throws JournalException {
        ticket.begin();
    }

    /** Writes file after file. Once cancelled, what is left counts as failed; nothing is written by halves. */
    public SaveOutcome run(ProgressListener progress, CancellationToken token) {
        int done = 0;
        int total = ticket.images().size();
        for (Map.Entry<Optional<Path>, List<PlannedImage>> group :
                formats.origins().byFile(ticket.images()).entrySet()) {
            if (group.getKey().isEmpty()) {
                group.getValue().forEach(this::cannotBeSaved);
            } else {
                save(group.getKey().get(), group.getValue(), new Work(ProgressListener.NONE, token));
            }
            done += group.getValue().size();
            progress.progress(done, total, "saving labels");
        }
        SaveOutcome outcome = new SaveOutcome(written, diskChanges, failures, remarks, origins);
        return outcome.isComplete() ? finished(outcome) : outcome;
    }

    private SaveOutcome finished(SaveOutcome outcome) {
        try {
            ticket.finish();
            return outcome;
        } catch (JournalException e) {
            // The files are known by what they hold, so the next session sees no conflict.
            remarks.add("Everything is saved, but " + e.getMessage() + ".");
            return new SaveOutcome(written, diskChanges, failures, remarks, origins);
        }
    }

    private void cannotBeSaved(PlannedImage image) {
        failures.add(new Failure(image.labels().current().file(), LabelOrigins.reason(image.origin())));
    }

    private void save(Path file, List<PlannedImage> images, Work work) {
        LabelFileFormat format = formats.of(images.get(0).origin(), shown);
        try {
            work.token().throwIfCancelled();
            Written now = format.write(file, images, ticket::writing, work);
            ticket.written(now.version(), now.images());
            written.add(file);
            remarks.addAll(now.remarks());
            origins.putAll(now.origins());
        } catch (FileChangedException e) {
            changed(file, images, format, work);
        } catch (CancellationException e) {
            failures.add(new Failure(file, file + " was not written because the save was cancelled."));
        } catch (IOException e) {
            failures.add(new Failure(file, sentence(file, e)));
        }
    }

    private void changed(Path file, List<PlannedImage> images, LabelFileFormat format, Work work) {
        try {
            format.diskChange(file, images, work)
                    .ifPresentOrElse(
                            diskChanges::add,
                            () -> failures.add(
                                    new Failure(file, file + " changed while it was being saved; save again.")));
        } catch (IOException e) {
            failures.add(
                    new Failure(file, file + " was changed by another program and cannot be read: " + e.getMessage()));
        }
    }

    private static String sentence(Path file, IOException e) {
        if (e instanceof AccessDeniedException denied && denied.getReason() == null) {
            return file + " was not written: there is no right to write " + denied.getFile()
                    + "; change its permissions and save again. The edits stay in the journal.";
        }
        String message = Objects.requireNonNullElse(e.getMessage(), e.toString());
        return message.contains(file.getFileName().toString())
                ? message
                : file + " was not written (" + message + "); it is as it was";
    }
}
