package org.posewright.annotations.save;

import java.nio.file.Path;
import java.util.Random;
import org.posewright.annotations.edit.RandomEdits;
import org.posewright.annotations.edit.StateDigest;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/**
 * The victim of {@link KillTest}: edits at random for ever, saves now and then, with edits going on during the save, and says
 * {@code ack SEQUENCE DIGEST} on standard output each time an edit was acknowledged.
 */
public final class KillDriver {

    private KillDriver() {}

    public static void main(String[] arguments) throws Exception {
        Random random = new Random(Long.parseLong(arguments[1]));
        try (SavedDataset open = SavedDataset.open(Path.of(arguments[0]))) {
            System.out.println("open");
            RandomEdits person = new RandomEdits(open.store(), open.session().history(), random);
            while (true) {
                if (random.nextInt(12) == 0) {
                    SaveJob job = open.dataset().prepareSave();
                    job.begin();
                    person.step();
                    acknowledge(open);
                    System.out.println("saving");
                    SaveOutcome outcome = job.run(ProgressListener.NONE, CancellationToken.NONE);
                    person.step();
                    acknowledge(open);
                    open.dataset().endSave(job, outcome);
                    System.out.println("saved " + outcome.isComplete());
                } else {
                    person.step();
                    acknowledge(open);
                }
            }
        }
    }

    private static void acknowledge(SavedDataset open) {
        System.out.println("ack " + open.session().lastSequence() + " " + StateDigest.of(open.session()));
        System.out.flush();
    }
}
