package org.posewright.app.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Visibility;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

class SampleDatasetTest {

    @TempDir
    Path folder;

    private static List<Scene> scenes() {
        return IntStream.range(0, 20)
                .mapToObj(seed -> Scene.compose(320, 240, new SplittableRandom(seed)))
                .toList();
    }

    @Test
    void labelledJointsLieInThePictureAndUnlabelledOnesAtTheOrigin() {
        for (Scene scene : scenes()) {
            for (PersonInstance person : scene.people()) {
                Keypoints points = person.keypoints();
                for (int i = 0; i < points.size(); i++) {
                    if (points.isLabeled(i)) {
                        assertThat(points.x(i)).isBetween(0.0, 320.0);
                        assertThat(points.y(i)).isBetween(0.0, 240.0);
                    } else {
                        assertThat(points.x(i)).isZero();
                        assertThat(points.y(i)).isZero();
                    }
                }
            }
        }
    }

    @Test
    void visibleJointsBelongToTheirPersonInTheDepthBuffer() {
        int visible = 0;
        int occluded = 0;
        for (Scene scene : scenes()) {
            for (PersonInstance person : scene.people()) {
                Keypoints points = person.keypoints();
                for (int i = 0; i < points.size(); i++) {
                    if (points.visibility(i) == Visibility.VISIBLE) {
                        visible++;
                        assertThat(person.box().grown(2).contains(points.x(i), points.y(i)))
                                .isTrue();
                    } else if (points.visibility(i) == Visibility.OCCLUDED) {
                        occluded++;
                    }
                }
            }
        }
        // About as many as in COCO, where one labelled joint in nine is hidden.
        assertThat(visible).isGreaterThan(4 * occluded);
        assertThat(occluded).isGreaterThan(visible / 40);
    }

    @Test
    void smallPeopleAreBoxesOnly() {
        List<PersonInstance> small = IntStream.range(0, 60)
                .mapToObj(seed -> Scene.compose(160, 120, 6, new SplittableRandom(seed)))
                .flatMap(scene -> scene.people().stream())
                .filter(person -> person.box().area() < 32 * 32)
                .toList();
        assertThat(small).isNotEmpty().allSatisfy(person -> assertThat(
                        person.keypoints().labeledCount())
                .isZero());
    }

    @Test
    void sameSeedDrawsTheSameBytesAndAnotherSeedOthers() throws IOException {
        for (String name : List.of("a", "b")) {
            write(name, 7);
        }
        write("c", 8);
        assertThat(bytes("a")).isEqualTo(bytes("b")).isNotEqualTo(bytes("c"));
    }

    @Test
    void plantsEachKindOfMistakeAndListsIt() throws IOException {
        List<PlantedMistake> planted = new SampleDataset(new SampleDataset.Plan(60, 0, 8, 3))
                .write(folder, ProgressListener.NONE, CancellationToken.NONE);
        assertThat(planted).extracting(PlantedMistake::kind).contains(PlantedMistake.Kind.values());
        assertThat(Files.readString(folder.resolve("planted-mistakes.json"))).contains("SIDES_SWAPPED");
        for (PlantedMistake mistake : planted) {
            assertThat(folder.resolve("images/train").resolve(mistake.image())).exists();
        }
    }

    @Test
    void neverOverwritesAnExistingDataset() throws IOException {
        write("a", 1);
        assertThatThrownBy(() -> write("a", 1))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("choose another folder");
    }

    private void write(String name, long seed) throws IOException {
        new SampleDataset(new SampleDataset.Plan(1, 1, 0, seed))
                .write(folder.resolve(name), ProgressListener.NONE, CancellationToken.NONE);
    }

    private List<String> bytes(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> {
                        try {
                            return java.util.HexFormat.of().formatHex(Files.readAllBytes(file));
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }
}
