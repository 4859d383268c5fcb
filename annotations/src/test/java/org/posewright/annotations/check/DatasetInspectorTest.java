package org.posewright.annotations.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.source.DatasetRecognizer;
import org.posewright.annotations.source.Pictures;
import org.posewright.annotations.source.SharedData;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

class DatasetInspectorTest {

    private static final String POSE = "names: [person]\nkpt_shape: [3, 3]\nkpt_names: [left_eye, right_eye, nose]\n";

    @TempDir
    private Path top;

    private void picture(String place) throws IOException {
        Pictures.png(top.resolve(place), 100, 100);
    }

    private void text(String place, String content) throws IOException {
        Files.createDirectories(top.resolve(place).getParent());
        Files.writeString(top.resolve(place), content);
    }

    private InspectionReport inspect() throws IOException {
        return new DatasetInspector()
                .inspect(new DatasetRecognizer().open(top), ProgressListener.NONE, CancellationToken.NONE);
    }

    @Test
    void aLabelFolderWithoutRightsIsAFindingAndTheRestIsLookedAt() throws IOException {
        picture("images/train/a.png");
        picture("images/val/b.png");
        text("labels/train/a.txt", "");
        text("labels/val/b.txt", "");
        text("data.yaml", "train: images/train\nval: images/val\nflip_idx: [1, 0, 2]\n" + POSE);
        Path closed = top.resolve("labels/val");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(closed), "this user may read everything");
            InspectionReport report = inspect();
            assertThat(report.findings())
                    .filteredOn(finding -> finding.code().equals("label.unreadable"))
                    .extracting(Finding::file)
                    .contains(closed);
            assertThat(report.findings()).extracting(Finding::code).doesNotContain("label.missing");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private InspectionReport inspectRows(String rows) throws IOException {
        picture("images/a.png");
        text("labels/a.txt", rows);
        text("data.yaml", "train: images\nval: images\nflip_idx: [1, 0, 2]\n" + POSE);
        return inspect();
    }

    private static Diagnosis only(InspectionReport report, String code) {
        List<Diagnosis> found = report.diagnoses().stream()
                .filter(diagnosis -> diagnosis.finding().code().equals(code))
                .toList();
        assertThat(found).as(report.findings().toString()).hasSize(1);
        assertThat(found.get(0).finding().remedy()).isNotBlank();
        return found.get(0);
    }

    private static PersonInstance repaired(Diagnosis diagnosis) {
        return diagnosis.fix().orElseThrow().after().orElseThrow();
    }

    @Test
    void flagsThatContradictPositionsAreRepairable() throws IOException {
        InspectionReport report = inspectRows("0 0.5 0.5 0.9 0.9 0 0 2 0.4 0.4 0 0.5 0.5 1\n");
        Diagnosis origin = only(report, "person.labeled-at-origin");
        assertThat(origin.finding().line()).isEqualTo(OptionalLong.of(1));
        assertThat(origin.finding().message()).contains("left_eye");
        assertThat(repaired(origin).keypoints().isLabeled(0)).isFalse();
        Diagnosis position = only(report, "person.unlabeled-with-position");
        assertThat(repaired(position).keypoints().x(1)).isZero();
        assertThat(repaired(position).keypoints().x(2)).isEqualTo(50);
    }

    @Test
    void boxesAreComparedWithPointsAndPicture() throws IOException {
        Diagnosis away =
                only(inspectRows("0 0.2 0.2 0.1 0.1 0.2 0.2 2 0.8 0.2 2 0 0 0\n"), "person.box-misses-keypoints");
        assertThat(repaired(away).box().right()).isEqualTo(80);
        Diagnosis empty = only(inspectRows("0 0.5 0.5 0 0.1 0.2 0.2 2 0.8 0.4 2 0 0 0\n"), "person.empty-box");
        assertThat(repaired(empty).box().width()).isEqualTo(60);
        Diagnosis nobody = only(inspectRows("0 0.5 0.5 0 0 0 0 0 0 0 0 0 0 0\n"), "person.empty-box");
        assertThat(nobody.fix().orElseThrow().after()).isEmpty();
        Diagnosis beyond = only(inspectRows("0 0.9 0.5 0.6 0.2 0.8 0.5 2 0 0 0 0 0 0\n"), "person.box-outside-picture");
        assertThat(repaired(beyond).box().right()).isEqualTo(100);
    }

    @Test
    void rowsThatTheTrainerMindsAreRepairable() throws IOException {
        InspectionReport report = inspectRows("0 0.5 0.5 0.9 0.9 1.005 0.5 2 0 0 0 0 0 0\n".repeat(2));
        Diagnosis twice = only(report, "yolo.duplicate-row");
        assertThat(twice.finding().line()).isEqualTo(OptionalLong.of(2));
        assertThat(twice.fix().orElseThrow().after()).isEmpty();
        assertThat(report.diagnoses().stream().filter(d -> d.finding().code().equals("yolo.coordinate-range")))
                .hasSize(2)
                .allSatisfy(d -> assertThat(repaired(d).keypoints().x(0)).isEqualTo(100));
    }

    @Test
    void soundLabelsAreNotComplainedAbout() throws IOException {
        assertThat(inspectRows("0 0.5 0.5 0.5 0.5 0.5 0.5 2 0.4 0.5 1 0 0 0\n").byCode())
                .containsOnlyKeys("split.shared");
    }

    @Test
    void mirrorPartnersMustBeMutualAndFitTheirNames() throws IOException {
        picture("images/a.png");
        text("data.yaml", "train: images\nval: images\nflip_idx: [1, 2, 0]\n" + POSE);
        Map<String, List<Finding>> found = inspect().byCode();
        assertThat(found.get("skeleton.flip-not-mutual")).hasSize(3);
        assertThat(found.get("skeleton.flip-names"))
                .extracting(Finding::message)
                .anySatisfy(message -> Assertions.assertThat(message)
                        .isEqualTo("flip_idx pairs 'right_eye' with 'nose', not with 'left_eye'"));
        text("data.yaml", "train: images\nval: images\nflip_idx: [0, 1, 2]\n" + POSE);
        assertThat(inspect().byCode().get("skeleton.flip-names")).hasSize(2);
    }

    @Test
    void picturesInTwoSplitsAreFoundByPathAndByContent() throws IOException {
        picture("images/train/a.png");
        picture("images/train/b.png");
        Files.createDirectories(top.resolve("images/val"));
        Files.copy(top.resolve("images/train/a.png"), top.resolve("images/val/copy.png"));
        text("data.yaml", "train: images/train\nval: [images/val, images/train]\nflip_idx: [1, 0, 2]\n" + POSE);
        Map<String, List<Finding>> found = inspect().byCode();
        assertThat(found.get("split.shared")).hasSize(2);
        assertThat(found.get("split.same-content")).singleElement().satisfies(finding -> assertThat(finding.file())
                .endsWithRaw(Path.of("copy.png")));
    }

    @Test
    void labelFilesAndPicturesThatLackEachOtherAreTold() throws IOException {
        picture("images/a.png");
        text("labels/orphan.txt", "");
        text("data.yaml", "train: images\nval: images\nflip_idx: [1, 0, 2]\n" + POSE);
        Map<String, List<Finding>> found = inspect().byCode();
        assertThat(found.get("label.without-picture")).singleElement().satisfies(finding -> assertThat(finding.file())
                .endsWithRaw(Path.of("orphan.txt")));
        assertThat(found.get("label.missing")).hasSize(2);
    }

    @Test
    void damagedPicturesAreTold() throws IOException {
        byte[] jpeg = Pictures.jpeg(64, 48, 6);
        Files.createDirectories(top.resolve("images"));
        Files.write(top.resolve("images/cut.jpg"), java.util.Arrays.copyOf(jpeg, jpeg.length - 2));
        Files.write(top.resolve("images/long.jpg"), java.util.Arrays.copyOf(jpeg, jpeg.length + 2));
        Files.write(top.resolve("images/tiny.jpg"), Pictures.jpeg(9, 48, 0));
        text("labels/cut.txt", "");
        assertThat(inspect().byCode())
                .containsKeys("image.truncated", "image.end-marker", "image.too-small", "image.exif");
    }

    @Test
    void cocoAnnotationsAreChecked() throws IOException {
        Files.createDirectories(top.resolve("images"));
        Files.write(top.resolve("images/turned.jpg"), Pictures.jpeg(64, 48, 6));
        text(
                "annotations/person_keypoints_val.json",
                """
                {"images": [{"id": 1, "file_name": "turned.jpg", "width": 64, "height": 48}],
                 "categories": [{"id": 1, "name": "person", "keypoints": ["a", "b"], "skeleton": []}],
                 "annotations": [
                  {"id": 5, "image_id": 1, "category_id": 1, "bbox": [1, 2, 30, 40], "area": 0, "iscrowd": 0,
                   "num_keypoints": 2, "keypoints": [10, 20, 2, 0, 0, 0]},
                  {"id": 6, "image_id": 1, "category_id": 1, "bbox": [1, 2, 30, 40], "area": 9, "iscrowd": 0,
                   "num_keypoints": 1, "keypoints": [10, 20, 2, 0, 0, 0]},
                  {"id": 7, "image_id": 1, "category_id": 1, "bbox": [40, 2, 20, 40], "area": 9, "iscrowd": 0,
                   "num_keypoints": 1, "keypoints": [66, 20, 2, 0, 0, 0]}]}
                """);
        InspectionReport report = inspect();
        Diagnosis count = only(report, "coco.num-keypoints");
        assertThat(count.finding().personId()).isEqualTo(OptionalLong.of(5));
        assertThat(repaired(count).declaredKeypoints()).hasValue(1);
        assertThat(only(report, "person.duplicate").finding().personId()).isEqualTo(OptionalLong.of(6));
        assertThat(repaired(only(report, "person.outside-picture")).keypoints().x(0))
                .isEqualTo(64);
        assertThat(only(report, "person.zero-area").fix()).isEqualTo(Optional.empty());
        assertThat(only(report, "image.exif").finding().message()).contains("before its EXIF rotation");
    }

    @Test
    void findingsAreWrittenForPrograms() throws IOException {
        StringWriter json = new StringWriter();
        FindingsJson.write(inspectRows("0 0.5 0.5 0.9 0.9 0 0 2 0 0 0 0 0 0\n"), json);
        assertThat(json.toString())
                .contains("\"code\" : \"person.labeled-at-origin\"")
                .contains("\"image\" : \"images/a.png\"")
                .contains("\"fix\" : \"Set v to 0\"")
                .contains("\"line\" : 1");
    }

    @Test
    void aCheckCanBeCancelled() throws IOException {
        picture("images/a.png");
        var source = new DatasetRecognizer().open(top);
        Assertions.assertThatThrownBy(() -> new DatasetInspector().inspect(source, ProgressListener.NONE, () -> true))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void theReferenceSetsHaveNoErrors() throws IOException {
        for (String name : List.of("coco8-pose", "coco-pose-mini")) {
            InspectionReport report = new DatasetInspector()
                    .inspect(
                            new DatasetRecognizer().open(SharedData.folder(name)),
                            ProgressListener.NONE,
                            CancellationToken.NONE);
            assertThat(report.byCode()).containsOnlyKeys("person.box-misses-keypoints");
        }
    }
}
