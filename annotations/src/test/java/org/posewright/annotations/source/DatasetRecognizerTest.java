package org.posewright.annotations.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.source.DatasetDescription.SplitCount;
import org.posewright.annotations.yolo.RowOrder;

class DatasetRecognizerTest {

    private static final String POSE = "names: [person]\nkpt_shape: [1, 3]\nflip_idx: [0]\n";
    private static final String ROW = "0 0.5 0.5 0.5 0.5 0.25 0.5 2\n";

    private final DatasetRecognizer recognizer = new DatasetRecognizer();

    @TempDir
    private Path top;

    private void picture(String place) throws IOException {
        Pictures.png(top.resolve(place), 40, 20);
    }

    private void text(String place, String content) throws IOException {
        Files.createDirectories(top.resolve(place).getParent());
        Files.writeString(top.resolve(place), content);
    }

    @Test
    void picturesWithLabelsNeedNoYaml() throws IOException {
        picture("images/train2017/a.png");
        picture("images/valid/b.PNG");
        text("labels/train2017/a.txt", "1 0.5 0.5 0.5 0.5 0.25 0.5 2 0.1 0.1 0\n");
        DatasetSource source = recognizer.open(top);
        assertThat(source.description().kind()).isEqualTo(DatasetKind.YOLO);
        assertThat(source.description().splits()).containsExactly(new SplitCount("train", 1), new SplitCount("val", 1));
        assertThat(source.description().skeleton().size()).isEqualTo(2);
        assertThat(source.description().categoryNames()).containsExactly("class_0", "class_1");
        LoadedImage loaded = source.load(source.entries().get(0));
        assertThat(loaded.image().size()).isEqualTo(new ImageSize(40, 20));
        assertThat(loaded.image().people().get(0).keypoints().x(0)).isEqualTo(10);
        var background =
                (ImageOrigin.YoloRows) source.load(source.entries().get(1)).origin();
        assertThat(background.file()).isEqualTo(top.resolve("labels/valid/b.txt"));
        assertThat(background.fingerprint()).isEmpty();
        assertThat(background.rows()).isEqualTo(RowOrder.EMPTY);
    }

    @Test
    void barePicturesAreADatasetToLabel() throws IOException {
        picture("holiday/\u00fc 1.png");
        DatasetSource source = recognizer.open(top);
        assertThat(source.description().sentence())
                .isEqualTo("Pictures without labels in " + top.getFileName() + ": 1 holiday picture.");
        assertThat(source.description().kind()).isEqualTo(DatasetKind.IMAGES_ONLY);
        assertThat(source.description().skeleton().size()).isEqualTo(17);
        assertThat(source.load(source.entries().get(0)).origin().labelFile())
                .contains(top.resolve("holiday/\u00fc 1.txt"));
    }

    @Test
    void aPictureOfTwoSplitsIsListedOnceAndInBoth() throws IOException {
        picture("images/a.png");
        text("data.yaml", "train: images\nval: images\ntest: nowhere\n" + POSE);
        DatasetSource source = recognizer.open(top);
        assertThat(source.entries()).hasSize(1);
        assertThat(source.entries("val")).singleElement().satisfies(entry -> assertThat(entry.split())
                .isEqualTo("val"));
        assertThat(source.description().findings())
                .extracting(Finding::severity)
                .containsExactly(Finding.Severity.NOTE);
    }

    @Test
    void settingsOfARunAreNotTakenForADataYaml() throws IOException {
        picture("images/a.png");
        text("args.yaml", "task: pose\nval: true\nsplit: val\n");
        assertThat(recognizer.open(top).description().kind()).isEqualTo(DatasetKind.IMAGES_ONLY);
    }

    @Test
    void downloadsAreTextAndOtherYamlsAreAlternatives() throws IOException {
        picture("images/a.png");
        text("data.yaml", "train: images\nval: images\ndownload: https://example.org/a.zip\n" + POSE);
        text("other.yaml", "train: images\nval: images\n" + POSE);
        DatasetDescription about = recognizer.open(top).description();
        assertThat(about.remarks().download()).contains("https://example.org/a.zip");
        assertThat(about.understanding().alternatives())
                .extracting(alternative -> alternative.label().english())
                .containsExactly("other.yaml");
        assertThat(about.sentence()).endsWith("; other.yaml is there too.");
    }

    @Test
    void damagedPicturesKeepTheirPlaceAndRefuseToBeSaved() throws IOException {
        picture("images/a.png");
        text("images/b.png", "no picture");
        text("labels/b.txt", ROW);
        text("labels/a.txt", ROW);
        text("list.txt", "./images/a.png\n./images/b.png\n./images/c.png\n");
        text("data.yaml", "train: list.txt\nval: list.txt\n" + POSE);
        DatasetSource source = recognizer.open(top);
        assertThat(source.entries()).hasSize(3);
        assertThat(source.load(source.entries().get(0)).image().people()).hasSize(1);
        LoadedImage damaged = source.load(source.entries().get(1));
        assertThat(damaged.origin()).isInstanceOf(ImageOrigin.Unsavable.class);
        assertThat(damaged.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("image.unreadable");
            assertThat(finding.message()).doesNotContain("b.png").doesNotContain(finding.remedy());
        });
        assertThat(damaged.hasKnownSize()).isFalse();
        LoadedImage missing = source.load(source.entries().get(2));
        assertThat(missing.findings()).extracting(Finding::code).containsExactly("image.missing");
    }

    @Test
    void aCocoFileOfAnyNameBesidePicturesIsFound() throws IOException {
        picture("pics/a.png");
        text("notes.json", "{\"hello\": 1}");
        text(
                "labels.json",
                """
                {"images": [{"id": 7, "file_name": "a.png", "width": 40, "height": 20},
                            {"id": 8, "file_name": "gone.png", "width": 4, "height": 4}],
                 "categories": [{"id": 3, "name": "hand", "keypoints": ["wrist", "tip"], "skeleton": [[1, 2]]}],
                 "annotations": [{"id": 5, "image_id": 7, "category_id": 3, "bbox": [1, 2, 3, 4], "area": 9, "iscrowd": 0,
                   "num_keypoints": 1, "keypoints": [1, 2, 2, 0, 0, 0]}]}
                """);
        DatasetSource source = recognizer.open(
                OpenRequest.of(top).withImages(top.resolve("pics")),
                org.posewright.annotations.work.ProgressListener.NONE,
                org.posewright.annotations.work.CancellationToken.NONE);
        assertThat(source.description().kind()).isEqualTo(DatasetKind.COCO);
        assertThat(source.description().skeleton().keypointNames()).containsExactly("wrist", "tip");
        LoadedImage loaded = source.load(source.entries().get(0));
        assertThat(loaded.image().cocoId()).hasValue(7);
        assertThat(loaded.image().people().get(0).id()).isEqualTo(5);
        assertThat(loaded.findings()).isEmpty();
        assertThat(source.load(source.entries().get(1)).findings())
                .extracting(Finding::code)
                .containsExactly("image.missing");
    }

    @Test
    void aCocoFileThatWasCutBeforeItsCategoriesGoesWithItsWholeSibling() throws IOException {
        picture("images/train/a.png");
        picture("images/val/b.png");
        String start = "{\"images\":[{\"id\":1,\"file_name\":\"%s\",\"width\":8,\"height\":8}],\"annotations\":["
                + "{\"id\":5,\"image_id\":1,\"category_id\":1,\"iscrowd\":0,\"bbox\":[1,1,4,4],\"keypoints\":["
                + "1,1,2,".repeat(16) + "2,2,2]}";
        String names = IntStream.range(0, 17).mapToObj(i -> "\"k" + i + "\"").collect(Collectors.joining(","));
        text(
                "annotations/person_keypoints_train.json",
                start.formatted("a.png") + "],\"categories\":[{\"id\":1,\"name\":\"person\",\"keypoints\":[" + names
                        + "]}]}");
        text("annotations/person_keypoints_val.json", start.formatted("b.png") + ",{\"id\":6,");
        DatasetSource source = recognizer.open(top);
        assertThat(source.entries("val")).hasSize(1);
        assertThat(source.load(source.entries("val").get(0)).image().people())
                .singleElement()
                .satisfies(person -> assertThat(person.categoryIndex()).isZero());
        assertThat(source.description().findings()).extracting(Finding::code).contains("coco.cut-off");
    }

    @Test
    void whatCannotBeOpenedSaysWhatToDo() throws IOException {
        assertThatThrownBy(() -> recognizer.open(top.resolve("none"))).hasMessageContaining("does not exist");
        assertThatThrownBy(() -> recognizer.open(top)).hasMessageContaining("choose another folder");
        text("r.json", "[{\"image_id\": 1, \"keypoints\": [1, 2, 2], \"score\": 1}]");
        assertThatThrownBy(() -> recognizer.open(top.resolve("r.json"))).hasMessageContaining("results file");
        text("x.json", "[[");
        assertThatThrownBy(() -> recognizer.open(top.resolve("x.json"))).hasMessageContaining("no COCO annotation");
        text("a.zip", "PK");
        assertThatThrownBy(() -> recognizer.open(top.resolve("a.zip"))).hasMessageContaining("no dataset");
        text("bad/data.yaml", "train: [");
        assertThatThrownBy(() -> recognizer.open(top.resolve("bad")))
                .hasMessageContaining("data.yaml")
                .hasMessageContaining("line 1");
    }

    @Test
    void aFolderWithoutRightsSaysSo() throws IOException {
        Path closed = Files.createDirectory(top.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(closed), "this user may read everything");
            assertThatThrownBy(() -> recognizer.open(closed)).hasMessageContaining("no right to read");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
