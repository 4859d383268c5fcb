package org.posewright.annotations.save;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.edit.StateDigest;
import org.posewright.annotations.edit.journal.JournalIdentity;
import org.posewright.annotations.edit.journal.JournalLocation;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.source.DatasetRecognizer;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.source.LoadedImage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills a process that edits and saves, at a random moment, again and again on the same dataset. Each time no edit that it acknowledged
 * may be missing, the undo history must be whole and the label files readable. Three kills in a build;
 * {@code annotations/src/test/scripts/kill-test} does a hundred.
 */
class KillTest {

    private static final Logger LOG = LoggerFactory.getLogger(KillTest.class);

    /** How the dataset is made, and what its journal says about it. */
    private record Kind(String labels, int points, String labelFolder, String ending) {
        static final Kind YOLO = new Kind("yolo", 17, "labels/train", ".txt");
        static final Kind COCO = new Kind("coco", 2, "annotations", ".json");

        Path create(Path root) throws IOException {
            return labels.equals("coco") ? SavedDataset.createCoco(root) : SavedDataset.createYolo(root);
        }
    }

    @TempDir
    Path folder;

    private final Random random = new Random(20_260_101);
    private int acknowledged;
    private int killedWhileSaving;

    @Test
    void noAcknowledgedEditOfYoloLabelsIsLost() throws Exception {
        killAgainAndAgain(Kind.YOLO);
    }

    @Test
    void noAcknowledgedEditOfAnAnnotationFileIsLost() throws Exception {
        killAgainAndAgain(Kind.COCO);
    }

    private void killAgainAndAgain(Kind kind) throws Exception {
        int kills = Integer.getInteger("posewright.kills", 3);
        Path root = kind.create(folder.resolve("dataset"));
        int steps = 0;
        for (int kill = 0; kill < kills; kill++) {
            List<String> said = runAndKill(root, kill);
            steps = verify(kind, root, said);
        }
        LOG.info(
                "{} kills ({}), {} of them while saving: {} acknowledged edits, none lost; {} steps can be undone",
                kills,
                kind.labels(),
                killedWhileSaving,
                acknowledged,
                steps);
        assertThat(acknowledged).isPositive();
    }

    private List<String> runAndKill(Path root, int seed) throws Exception {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KillDriver.class.getName(),
                        root.toString(),
                        Integer.toString(seed))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        waitUntilOpen(process, output);
        boolean ended = process.waitFor(random.nextInt(600), TimeUnit.MILLISECONDS);
        assertThat(ended)
                .as("the editing process ended by itself: %s", Files.readString(output))
                .isFalse();
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(output);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private static void waitUntilOpen(Process process, Path output) throws Exception {
        for (int i = 0; i < 1200 && !Files.readString(output).startsWith("open"); i++) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the editing process failed: " + Files.readString(output));
            }
        }
    }

    /** Returns the number of steps that can be undone. */
    private int verify(Kind kind, Path root, List<String> said) throws Exception {
        List<String> acks =
                said.stream().filter(line -> line.startsWith("ack ")).toList();
        acknowledged += acks.size();
        killedWhileSaving += said.lastIndexOf("saving") > said.lastIndexOf("saved true") ? 1 : 0;
        assertThat(said).doesNotContain("saved false");
        if (!acks.isEmpty()) {
            String[] last = acks.get(acks.size() - 1).split(" ");
            JournalLocation location = JournalLocation.forDataset(root, kind.labels(), folder);
            assertThat(StateDigest.of(
                            location, new JournalIdentity(kind.labels(), kind.points()), Long.parseLong(last[1])))
                    .as("state at entry %s", last[1])
                    .isEqualTo(last[2]);
        }
        try (SavedDataset open = SavedDataset.open(root)) {
            assertThat(open.session().conflicts()).isEmpty();
            assertThat(open.session().warnings()).isEmpty();
            assertFilesHoldWhatIsSaved(root, open);
            try (Stream<Path> files = Files.list(root.resolve(kind.labelFolder()))) {
                assertThat(files).allMatch(file -> file.toString().endsWith(kind.ending()));
            }
            return open.session().history().undoSteps().size();
        }
    }

    private static void assertFilesHoldWhatIsSaved(Path root, SavedDataset open) throws IOException {
        DatasetSource source = new DatasetRecognizer().open(root);
        for (ImageEntry entry : source.entries()) {
            LoadedImage inFile = source.load(entry);
            assertThat(inFile.findings())
                    .filteredOn(finding ->
                            finding.code().contains("column") || finding.code().contains("number"))
                    .isEmpty();
            if (!open.store().unsavedImages().contains(entry.key())) {
                assertSamePoints(inFile.image(), open.store().get(entry.key()));
            }
        }
    }

    private static void assertSamePoints(ImageRecord inFile, ImageRecord shown) {
        List<double[]> expected = points(shown);
        List<double[]> found = points(inFile);
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.get(i))
                    .as("person %d of %s", i, shown.key())
                    .containsExactly(expected.get(i), within(0.01));
        }
    }

    /** Sorted, as the order of rows may differ from that of people. */
    private static List<double[]> points(ImageRecord image) {
        List<double[]> people = new ArrayList<>();
        for (PersonInstance person : image.people()) {
            double[] values = new double[2 * person.keypoints().size()];
            for (int i = 0; i < person.keypoints().size(); i++) {
                values[2 * i] = person.keypoints().x(i);
                values[2 * i + 1] = person.keypoints().y(i);
            }
            people.add(values);
        }
        people.sort((a, b) -> java.util.Arrays.compare(rounded(a), rounded(b)));
        return people;
    }

    private static double[] rounded(double[] values) {
        return java.util.Arrays.stream(values).map(v -> Math.rint(v * 20)).toArray();
    }
}
