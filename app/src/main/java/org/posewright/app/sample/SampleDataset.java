package org.posewright.app.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.storage.NumberText;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** Writes a YOLO-pose dataset of drawn people: pictures, labels, yaml, and the list of mistakes planted on purpose. */
public final class SampleDataset {

    /** Pictures of the size that most of COCO has. */
    private static final int WIDTH = 640;

    private static final int HEIGHT = 480;

    private final Plan plan;

    /**
     * @param train pictures for training
     * @param val pictures for validation
     * @param mistakes how many of the training pictures get a planted mistake
     * @param seed the same seed draws the same pixels
     * @param people in each picture; 0 leaves it to chance
     */
    public record Plan(int train, int val, int mistakes, long seed, int people) {
        public Plan {
            if (people < 0) {
                throw new IllegalArgumentException("cannot draw " + people + " people in a picture");
            }
            if (train < 0 || val < 0 || train + val == 0 || mistakes < 0 || mistakes > train) {
                throw new IllegalArgumentException(
                        "cannot draw " + train + " + " + val + " pictures with " + mistakes + " mistakes");
            }
        }

        /** Pictures with as many people as chance gives. */
        public Plan(int train, int val, int mistakes, long seed) {
            this(train, val, mistakes, seed, 0);
        }
    }

    public SampleDataset(Plan plan) {
        this.plan = plan;
    }

    /**
     * Draws everything into a folder that must not hold a dataset yet.
     *
     * @return the mistakes planted
     * @throws FileAlreadyExistsException if the folder has pictures already
     * @throws IOException if a file cannot be written
     */
    public List<PlantedMistake> write(Path folder, ProgressListener progress, CancellationToken token)
            throws IOException {
        if (Files.exists(folder.resolve("images"))) {
            throw new FileAlreadyExistsException(folder + " holds pictures already; choose another folder");
        }
        Path root = Files.createDirectories(folder);
        List<PlantedMistake> planted = new ArrayList<>();
        int total = plan.train() + plan.val();
        for (int i = 0; i < total; i++) {
            token.throwIfCancelled();
            boolean training = i < plan.train();
            planted.addAll(writePicture(root, training ? "train" : "val", i, planted.size()));
            progress.progress(i + 1L, total, "drawing people");
        }
        Files.writeString(root.resolve("sample-pose.yaml"), yaml());
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(root.resolve("planted-mistakes.json").toFile(), planted);
        return planted;
    }

    private List<PlantedMistake> writePicture(Path root, String split, int index, int plantedSoFar) throws IOException {
        SplittableRandom random = new SplittableRandom(plan.seed() * 1_000_003 + index);
        Scene scene = Scene.compose(WIDTH, HEIGHT, plan.people(), random);
        byte[] jpeg = Camera.jpeg(scene.canvas(), random);
        List<PersonInstance> people = scene.people();
        String stem = "sample-%05d".formatted(index);
        List<PlantedMistake> planted = List.of();
        // Spread over the training pictures, every other one until the wanted number is reached.
        boolean due = split.equals("train") && index % 2 == 1 && plantedSoFar < plan.mistakes();
        if (due) {
            PlantedMistake.Kind kind = PlantedMistake.Kind.values()[plantedSoFar % PlantedMistake.Kind.values().length];
            var outcome = new MistakePlanter(random).plant(kind, stem + ".jpg", people);
            if (outcome.isPresent()) {
                people = outcome.get().people();
                planted = List.of(outcome.get().mistake());
            }
        }
        Path images = Files.createDirectories(root.resolve("images").resolve(split));
        Path labels = Files.createDirectories(root.resolve("labels").resolve(split));
        Files.write(images.resolve(stem + ".jpg"), jpeg);
        StringBuilder rows = new StringBuilder();
        people.forEach(person -> appendRow(rows, person));
        Files.writeString(labels.resolve(stem + ".txt"), rows, StandardCharsets.UTF_8);
        return planted;
    }

    private static void appendRow(StringBuilder rows, PersonInstance person) {
        Box box = person.box();
        rows.append(person.categoryIndex());
        for (double value :
                new double[] {box.centerX() / WIDTH, box.centerY() / HEIGHT, box.width() / WIDTH, box.height() / HEIGHT
                }) {
            rows.append(' ').append(NumberText.general(value));
        }
        Keypoints points = person.keypoints();
        for (int i = 0; i < points.size(); i++) {
            rows.append(' ').append(NumberText.general(points.x(i) / WIDTH));
            rows.append(' ').append(NumberText.general(points.y(i) / HEIGHT));
            rows.append(' ').append(points.visibility(i).flag());
        }
        rows.append('\n');
    }

    private static String yaml() {
        return """
                # Drawn by Posewright's own generator; free to use under the licence of the program.
                train: images/train
                val: images/val

                kpt_shape: [17, 3]
                flip_idx: [0, 2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11, 14, 13, 16, 15]

                names:
                  0: person
                """;
    }
}
