package org.posewright.annotations.yolo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.work.CancellationToken;

class DatasetPathsTest {

    @TempDir
    private Path top;

    private DatasetYaml yaml(String folder, String text) throws IOException {
        Path file = Files.createDirectories(top.resolve(folder)).resolve("d.yaml");
        return DatasetYaml.read(Files.writeString(file, text + "\nnames: [p]\nkpt_shape: [1, 3]\nflip_idx: [0]\n"));
    }

    private DatasetPaths.Resolved resolve(DatasetYaml yaml) {
        return new DatasetPaths(Optional.of(top.resolve("datasets")), top.resolve("work")).resolve(yaml);
    }

    @Test
    void aPathRelativeToTheDatasetsFolderIsFoundFromTheYamlWithin() throws IOException {
        Files.createDirectories(top.resolve("elsewhere/set/images/train"));
        Files.createDirectories(top.resolve("work/set/images/train"));
        DatasetPaths.Resolved found = resolve(yaml("elsewhere/set", "path: set\ntrain: images/train\nval: images/val"));
        assertThat(found.root()).isEqualTo(top.resolve("elsewhere/set"));
        assertThat(found.splits().get("train")).containsExactly(top.resolve("elsewhere/set/images/train"));
        assertThat(found.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("yaml.split-missing");
            assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
            assertThat(finding.message()).contains("val: images/val");
        });
    }

    @Test
    void aRenamedCopyIsItselfAndNotTheOriginalBesideIt() throws IOException {
        Files.createDirectories(top.resolve("work/set/images/train"));
        Files.createDirectories(top.resolve("work/copy/images/train"));
        DatasetPaths.Resolved found = resolve(yaml("work/copy", "path: set\ntrain: images/train\nval: images/train"));
        assertThat(found.root()).isEqualTo(top.resolve("work/copy"));
        assertThat(found.splits().get("train")).containsExactly(top.resolve("work/copy/images/train"));
    }

    @Test
    void theDatasetsFolderComesBeforeTheWorkingFolder() throws IOException {
        Files.createDirectories(top.resolve("datasets/set/images"));
        Files.createDirectories(top.resolve("work/set/images"));
        assertThat(resolve(yaml("yamls", "path: set\ntrain: images\nval: images"))
                        .root())
                .isEqualTo(top.resolve("datasets/set"));
    }

    @Test
    void anAbsolutePathOfAnotherMachineFallsBackToTheYamlsFolder() throws IOException {
        Files.createDirectories(top.resolve("moved/images"));
        DatasetPaths.Resolved found =
                resolve(yaml("moved", "path: C:\\\\Users\\\\me\\\\set\ntrain: .\\images\nval: ../images"));
        assertThat(found.root()).isEqualTo(top.resolve("moved"));
        assertThat(found.splits().get("train")).containsExactly(top.resolve("moved/images"));
        assertThat(found.splits().get("val")).containsExactly(top.resolve("moved/images"));
        assertThat(found.findings()).extracting(Finding::code).containsExactly("yaml.path");
    }

    @Test
    void listsAndFoldersAreJoinedSortedAndFiltered() throws IOException {
        Path set = Files.createDirectories(top.resolve("s\u00e4t \u4e2d/images/deep"));
        for (String name : List.of("b.JPG", "a.jpeg", "notes.md", "._a.jpeg", "noending")) {
            Files.createFile(set.resolve(name));
        }
        Files.createSymbolicLink(set.resolve("loop"), set.getParent());
        Path list = Files.writeString(
                top.resolve("s\u00e4t \u4e2d/list.txt"), "\n./images/deep/c.png\r\n.\\images\\deep\\d.png\nreadme\n");
        ImageLists.Listing listing = new ImageLists(top).list(List.of(set.getParent(), list), CancellationToken.NONE);
        assertThat(listing.images())
                .extracting(path -> path.getFileName().toString())
                .containsExactly("a.jpeg", "b.JPG", "c.png", "d.png");
        assertThat(listing.findings()).extracting(Finding::code).containsExactlyInAnyOrder("folder.loop", "list.line");
        assertThat(listing.findings().get(1).line()).hasValue(4);
    }

    @Test
    void plainRelativeLinesMeanTheWorkingFolderWhereTheyExistThere() throws IOException {
        Files.createDirectories(top.resolve("work/images"));
        Files.createFile(top.resolve("work/images/x.jpg"));
        Path list = Files.writeString(top.resolve("list.txt"), "images/x.jpg\n");
        ImageLists.Listing there = new ImageLists(top.resolve("work")).list(List.of(list), CancellationToken.NONE);
        assertThat(there.images()).containsExactly(top.resolve("work/images/x.jpg"));
        ImageLists.Listing beside = new ImageLists(top.resolve("nowhere")).list(List.of(list), CancellationToken.NONE);
        assertThat(beside.images()).containsExactly(top.resolve("images/x.jpg"));
        assertThat(beside.findings()).extracting(Finding::code).containsExactly("list.relative");
    }

    @Test
    void labelFilesFollowTheLastImagesFolder() {
        assertThat(LabelPaths.labelFile(Path.of("/images/set/images/train/a.b.JPG")))
                .isEqualTo(Path.of("/images/set/labels/train/a.b.txt"));
        assertThat(LabelPaths.labelFile(Path.of("/set/images.old/a.jpg"))).isEqualTo(Path.of("/set/images.old/a.txt"));
        assertThat(LabelPaths.labelFile(Path.of("/set.x/images/noending")))
                .isEqualTo(Path.of("/set.x/labels/noending.txt"));
    }

    @Test
    void shapesAreGuessedFromRows() {
        assertThat(ShapeGuess.of(LabelFixtures.bytes("\n0 1 1 1 1 .5 .5 2 .5 .5 0 .5 .5 1\n")))
                .contains(new KeypointShape(3, 3));
        assertThat(ShapeGuess.of(LabelFixtures.bytes("0 1 1 1 1 .5 .5 .2 .5 .5 0 .5 .5 1 .1 .2 .3\n")))
                .contains(new KeypointShape(6, 2));
        assertThat(ShapeGuess.of(LabelFixtures.bytes("0 1 1 1 1\n"))).isEmpty();
    }
}
