package org.posewright.annotations.yolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Skeletons;

class DatasetYamlTest {

    private static final KeypointShape UNUSED = new KeypointShape(1, 3);

    @TempDir
    private Path folder;

    private DatasetYaml read(String text) throws IOException {
        return DatasetYaml.read(Files.writeString(folder.resolve("d.yaml"), text));
    }

    private static List<String> codes(DatasetYaml yaml) {
        return yaml.findings().stream().map(Finding::code).toList();
    }

    @Test
    void everyKeyIsRead() throws IOException {
        DatasetYaml yaml = read(
                """
                # a dataset
                path: ../animals   # root
                train: [images/a, lists/b.txt]
                validation: images/val
                test: # none
                minival: images/mini
                nc: 2
                names: {0: dog, 1: "cat"}
                kpt_shape: [3, 2]
                flip_idx: [1, 0, 2]
                kpt_names:
                  0: [left_ear, right_ear, tail]
                  1:
                    - left_ear
                    - right_ear
                    - tail
                kpt_oks_sigmas: [0.1, 1e-1, .05]
                skeleton: [[1, 3], [2, 3]]
                channels: 3
                download: |
                  import os
                  os.system('echo never')
                author: {name: Zo\u00eb, year: 2024}
                """);
        assertThat(yaml.location().path()).contains("../animals");
        assertThat(yaml.location().splits()).containsOnlyKeys("train", "val", "minival");
        assertThat(yaml.location().splits().get("train")).containsExactly("images/a", "lists/b.txt");
        assertThat(yaml.location().splits().get("val")).containsExactly("images/val");
        assertThat(yaml.categoryNames()).containsExactly("dog", "cat");
        assertThat(yaml.extras().download().orElseThrow()).startsWith("import os");
        assertThat(yaml.extras().channels()).hasValue(3);
        assertThat(yaml.extras().other()).containsOnlyKeys("author");
        assertThat(yaml.findings()).isEmpty();
        Skeleton skeleton = new SkeletonFactory().create(yaml.pose(), UNUSED, "dog");
        assertThat(skeleton.keypointNames()).containsExactly("left_ear", "right_ear", "tail");
        assertThat(skeleton.limbs()).containsExactly(new Skeleton.Limb(0, 2), new Skeleton.Limb(1, 2));
        assertThat(skeleton.flipIndices()).containsExactly(1, 0, 2);
        assertThat(skeleton.sigmas()).containsExactly(0.1, 0.1, 0.05);
        assertThat(skeleton.valuesPerKeypoint()).isEqualTo(2);
    }

    @Test
    void plainListsStandForMapsAndSeventeenPointsForThePerson() throws IOException {
        DatasetYaml yaml = read("train: a\r\nval: b\r\nnames: [person]\r\nkpt_shape: [17, 3]\r\n");
        assertThat(codes(yaml)).containsExactly("yaml.flip-idx");
        Skeleton skeleton = new SkeletonFactory().create(yaml.pose(), UNUSED, "person");
        assertThat(skeleton.keypointNames()).isEqualTo(Skeletons.COCO_PERSON.keypointNames());
        assertThat(skeleton.limbs()).isEqualTo(Skeletons.COCO_PERSON.limbs());
        assertThat(skeleton.sigmas()).isEqualTo(Skeletons.COCO_PERSON.sigmas());
        DatasetYaml listed = read("train: a\nval: b\nnc: 1\nkpt_shape: [2, 3]\nkpt_names: [a, b]\nflip_idx: [0, 1]\n");
        assertThat(listed.categoryNames()).containsExactly("class_0");
        assertThat(new SkeletonFactory().create(listed.pose(), UNUSED, "x").keypointNames())
                .containsExactly("a", "b");
    }

    @Test
    void anchorsAndAliasesAndByteOrderMarksAreRead() throws IOException {
        DatasetYaml yaml =
                read("\ufefftrain: &where images\nval: *where\nnames: [p]\nkpt_shape: [1, 3]\nflip_idx: [0]\n"
                        + "kpt_names: {0: &n [tip]}\n");
        assertThat(yaml.location().splits().get("val")).containsExactly("images");
        assertThat(yaml.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "names: [a, b]\\nnc: 3 | yaml.value | 'nc' is 3 but there are 2 names",
                "names: {0: a, 7: b} | yaml.value | has the entry '7'",
                "kpt_shape: [3, 3]\\nflip_idx: [1, 0] | yaml.value | has 2 numbers for 3 points",
                "kpt_shape: [3, 3]\\nflip_idx: [1, 0, 3] | yaml.value | each of the points 0 to 2 once",
                "kpt_shape: [2, 3]\\nkpt_names: {0: [a]} | yaml.value | has 1 names for 2 points",
                "kpt_shape: [2, 3]\\nkpt_names: [a, a] | yaml.value | names a point twice",
                "kpt_shape: [2, 3]\\nkpt_oks_sigmas: [0.1, -1] | yaml.value | 2 positive numbers",
                "kpt_shape: [2, 3]\\nskeleton: [[1, 5]] | yaml.value | joins points 1 and 5",
                "channels: many | yaml.value | write a whole number",
                "path: [a] | yaml.value | 'path' is a list",
                "x: 1 | yaml.kpt-shape | 'kpt_shape' is not given",
            })
    void whatIsWrongIsToldAndTheRestIsRead(String lines, String code, String message) throws IOException {
        DatasetYaml yaml = read("train: a\nval: b\n" + lines.replace("\\n", "\n") + "\n");
        assertThat(yaml.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.message() + " " + finding.remedy()).contains(message);
            assertThat(finding.line()).isPresent();
        });
        assertThat(new SkeletonFactory().create(yaml.pose(), UNUSED, "x").size())
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train: a\\nval: [b | line 3 | not valid yaml",
                "train: a\\nkpt_shape: [0, 3] | line 2 | kpt_shape must be",
                "train: a\\nkpt_shape: [17] | line 2 | kpt_shape must be",
                "train: a\\nkpt_shape: seventeen | line 2 | kpt_shape must be",
                "just a sentence | line 1 | no data yaml",
                "names: [a] | line 1 | no split is named",
                "train: *nowhere | line 1 | undefined alias",
            })
    void whatCannotBeUsedNamesFileLineAndRemedy(String text, String line, String message) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n") + "\n"))
                .isInstanceOf(DatasetYamlException.class)
                .hasMessageContaining("d.yaml")
                .hasMessageContaining(line)
                .hasMessageContaining(message);
    }

    @Test
    void aMissingFileSaysSo() {
        assertThatThrownBy(() -> DatasetYaml.read(folder.resolve("none.yaml")))
                .hasMessageContaining("none.yaml")
                .hasMessageContaining("does not exist");
    }

    @Property(tries = 200)
    void rubbishNeverEscapesAsAnythingButAnIoException(@ForAll String text) throws IOException {
        Path file = Files.createTempFile("posewright", ".yaml");
        try {
            Files.write(file, ("train: a\n" + text).getBytes(StandardCharsets.UTF_8));
            DatasetYaml.read(file);
        } catch (DatasetYamlException e) {
            Assertions.assertThat(e).hasMessageContaining("line");
        } finally {
            Files.delete(file);
        }
    }
}
