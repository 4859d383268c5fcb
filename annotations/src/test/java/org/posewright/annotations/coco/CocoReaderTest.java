package org.posewright.annotations.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton.Limb;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.model.Visibility;
import org.posewright.annotations.work.ProgressListener;

class CocoReaderTest {

    private static final String CATEGORY =
            "{\"id\":7,\"name\":\"hand\",\"keypoints\":[\"wrist\",\"left_tip\",\"right_tip\"],"
                    + "\"skeleton\":[[1,2],[1,3]]}";
    private static final String IMAGE = "{\"id\":1,\"file_name\":\"a.jpg\",\"width\":640,\"height\":480}";

    @TempDir
    Path folder;

    @Test
    void readsCocoPoseMini() throws IOException {
        CocoFile val =
                new CocoReader().read(SharedData.file("coco-pose-mini/annotations/person_keypoints_val2017.json"));
        assertThat(val.findings()).isEmpty();
        assertThat(val.isComplete()).isTrue();
        assertThat(val.images()).hasSize(35);
        assertThat(val.personCount()).isEqualTo(82);
        assertThat(val.skeleton()).isEqualTo(Skeletons.COCO_PERSON);
        assertThat(val.image(139))
                .contains(new CocoImage(139, "000000000139.jpg", java.util.Optional.of(new ImageSize(640, 426))));
        CocoGroundTruth truth = val.groundTruth();
        assertThat(truth.size()).isEqualTo(82);
        assertThat(java.util.Arrays.stream(truth.declaredKeypoints()).filter(n -> n > 0))
                .hasSize(45);
        CocoFile train =
                new CocoReader().read(SharedData.file("coco-pose-mini/annotations/person_keypoints_train2017.json"));
        assertThat(train.images().stream().flatMap(image -> train.people(image.id()).stream()))
                .filteredOn(PersonInstance::crowd)
                .hasSize(3);
    }

    @Test
    void readsASkeletonOfItsOwn() throws IOException {
        CocoFile file =
                read(document(annotation(5, "\"keypoints\":[1,2.50,2,3,4,1,0,0,0],\"num_keypoints\":2,\"iscrowd\":0")));
        assertThat(file.findings()).isEmpty();
        assertThat(file.skeleton().limbs()).containsExactly(new Limb(0, 1), new Limb(0, 2));
        assertThat(file.skeleton().flipIndices()).containsExactly(0, 2, 1);
        assertThat(file.skeleton().sigmas()).containsOnly(1.0 / 3);
        PersonInstance person = file.people(1).get(0);
        assertThat(person.id()).isEqualTo(5);
        assertThat(person.keypoints().get(0)).isEqualTo(Keypoint.ofFile(1, 2.5, Visibility.VISIBLE));
        assertThat(person.segmentationArea().getAsDouble()).isCloseTo(12.5, within(0.0));
        assertThat(file.nextPersonId()).isEqualTo(6);
        assertThat(file.people(99)).isEmpty();
    }

    @Test
    void absentKeysHaveTheirMeaning() throws IOException {
        CocoFile file = read("{\"categories\":[" + CATEGORY + "],\"annotations\":[{\"id\":1,\"image_id\":1,"
                + "\"category_id\":7,\"bbox\":[1,2,3,4]}],\"images\":[" + IMAGE + "]}");
        PersonInstance person = file.people(1).get(0);
        assertThat(file.findings()).isEmpty();
        assertThat(person.crowd()).isFalse();
        assertThat(person.keypoints().labeledCount()).isZero();
        assertThat(person.keypoints().size()).isEqualTo(3);
        assertThat(person.segmentationArea()).isEmpty();
        assertThat(person.declaredKeypoints()).isEmpty();
    }

    @Test
    void byteOrderMarkAndEscapesAndUnicodeAreRead() throws IOException {
        CocoFile file = read(
                "\uFEFF {\"\\u0069mages\":[],\"images\":[{\"id\":1,\"file_name\":\"\\u540d\\/前 \\\"x\\\".jpg\"}]}");
        assertThat(file.images()).singleElement().satisfies(image -> {
            assertThat(image.fileName()).isEqualTo("名/前 \"x\".jpg");
            assertThat(image.size()).isEmpty();
        });
        assertThat(codes(file)).containsExactly("coco.no-annotations", "coco.image-size");
    }

    @Test
    void oddValuesAreToldAndTheRestIsKept() throws IOException {
        CocoFile file = read(document(annotation(1, "\"keypoints\":[1,2,2]")
                + ",\n"
                + annotation(2, "\"keypoints\":[NaN,2,2,5,6,3,7,8,-1]")
                + ",\n"
                + annotation(1, "\"keypoints\":[1,2,2,3,4,1,0,0,0]")
                + ",\n{\"id\":\"9\",\"image_id\":\"1\",\"category_id\":8,\"bbox\":[1,2,3]},null,"
                + "{\"id\":123456789012345678901234567890,\"image_id\":4,\"category_id\":7,\"bbox\":[0,0,1,1]}"));
        assertThat(codes(file))
                .containsExactlyInAnyOrder(
                        "coco.keypoint-count",
                        "coco.keypoint-number",
                        "coco.visibility",
                        "coco.visibility",
                        "coco.id-duplicate",
                        "coco.text-id",
                        "coco.category-unknown",
                        "coco.box",
                        "coco.annotation",
                        "coco.id-missing",
                        "coco.image-unknown");
        List<PersonInstance> people = file.people(1);
        assertThat(people).extracting(PersonInstance::id).containsExactly(1L, 2L, 10L, 9L);
        assertThat(people.get(0).keypoints().labeledCount()).isZero();
        assertThat(people.get(1).keypoints().visibility(0)).isEqualTo(Visibility.UNLABELED);
        assertThat(people.get(1).keypoints().visibility(1)).isEqualTo(Visibility.VISIBLE);
        assertThat(people.get(1).keypoints().visibility(2)).isEqualTo(Visibility.UNLABELED);
        Finding visibility = file.findings().stream()
                .filter(finding -> finding.code().equals("coco.visibility"))
                .findFirst()
                .orElseThrow();
        assertThat(visibility.personId()).hasValue(2);
        assertThat(visibility.line()).hasValue(2);
        assertThat(visibility.message()).contains("annotation 2", "line 2", "v = 3");
    }

    @Test
    void pointsOfTwoNumbersAreRecognised() throws IOException {
        CocoFile file = read(document(annotation(1, "\"keypoints\":[1,2,3,4,-1,-1]")));
        assertThat(file.skeleton().valuesPerKeypoint()).isEqualTo(2);
        assertThat(file.people(1).get(0).keypoints().labeledCount()).isEqualTo(2);
        assertThat(file.people(1).get(0).keypoints().x(1)).isEqualTo(3);
    }

    @Test
    void textIdsOfImagesAreMatched() throws IOException {
        CocoFile file =
                read("{\"images\":[{\"id\":\"left\",\"file_name\":\"l.jpg\",\"width\":1,\"height\":1}],\"categories\":["
                        + CATEGORY
                        + "],\"annotations\":[{\"id\":3,\"image_id\":\"left\",\"category_id\":7,\"bbox\":[1,2,3,4]}]}");
        assertThat(codes(file)).containsExactly("coco.text-id");
        assertThat(file.people(file.images().get(0).id())).hasSize(1);
    }

    @Test
    void cutFileOpensAsFarAsItIsWhole() throws IOException {
        String whole = document(annotation(1, "\"keypoints\":[1,2,2,3,4,1,0,0,0]") + ",\n"
                + annotation(2, "\"keypoints\":[1,2,2,3,4,1,0,0,0]"));
        CocoFile file = read(whole.substring(0, whole.indexOf("\"id\":2") + 60));
        assertThat(file.isComplete()).isFalse();
        assertThat(file.people(1)).extracting(PersonInstance::id).containsExactly(1L);
        Finding cut = file.findings().stream()
                .filter(finding -> finding.code().equals("coco.cut-off"))
                .findFirst()
                .orElseThrow();
        assertThat(cut.line()).hasValue(2);
        assertThat(cut.message()).contains("line 2, column", "1 images, 1 annotations");
        assertThat(cut.remedy()).contains("restore");
    }

    @Test
    void everyCutOfARealFileOpens() throws IOException {
        byte[] bytes = document(annotation(
                                1, "\"keypoints\":[1,2e1,2,3.5,4,1,0,0,0],\"segmentation\":[[1,2],{\"a\":\"]\\\"\"}]")
                        + "," + annotation(2, "\"iscrowd\":true"))
                .getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("cut.json");
        for (int length = 0; length < bytes.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(bytes, length));
            CocoFile cut = new CocoReader().read(file);
            assertThat(cut.isComplete()).as("cut at %d", length).isFalse();
            assertThat(codes(cut)).as("cut at %d", length).contains("coco.cut-off");
        }
    }

    @Test
    void otherDocumentsAreNamed() throws IOException {
        assertThat(codes(read("[{\"image_id\":1}]"))).contains("coco.results");
        assertThat(codes(read("hello"))).contains("coco.syntax");
        assertThat(codes(read(""))).contains("coco.cut-off");
        assertThat(codes(read("{\"annotations\":{},\"images\":null}"))).contains("coco.no-annotations");
        Files.write(folder.resolve("x.json"), "{}".getBytes(StandardCharsets.UTF_16LE));
        Files.write(folder.resolve("y.json"), "{}".getBytes(StandardCharsets.UTF_16));
        assertThat(codes(new CocoReader().read(folder.resolve("y.json")))).contains("coco.encoding");
        assertThat(new CocoReader().read(folder.resolve("x.json")).isComplete()).isFalse();
    }

    @Test
    void cancellationEndsReading() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), document(annotation(1, "\"iscrowd\":0")));
        assertThatThrownBy(() -> new CocoReader().read(file, ProgressListener.NONE, () -> true))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void probeTellsFilesApart() throws IOException {
        assertThat(probe("{\"licenses\":[],\"images\":[]}")).isEqualTo(CocoProbe.Kind.ANNOTATIONS);
        assertThat(probe("[{\"image_id\":4")).isEqualTo(CocoProbe.Kind.RESULTS);
        assertThat(probe("{\"a\":1}")).isEqualTo(CocoProbe.Kind.OTHER);
        assertThat(probe("<html>")).isEqualTo(CocoProbe.Kind.OTHER);
    }

    private CocoProbe.Kind probe(String text) throws IOException {
        return new CocoProbe().probe(Files.writeString(folder.resolve("p.json"), text));
    }

    private CocoFile read(String text) throws IOException {
        return new CocoReader().read(Files.writeString(folder.resolve("file.json"), text));
    }

    private static List<String> codes(CocoFile file) {
        return file.findings().stream().map(Finding::code).toList();
    }

    private static String document(String annotations) {
        return "{\"images\":[" + IMAGE + "],\"annotations\":[" + annotations + "],\"categories\":[" + CATEGORY + "]}";
    }

    private static String annotation(long id, String more) {
        return "{\"id\":" + id + ",\"image_id\":1,\"category_id\":7,\"bbox\":[1,2,3,4],\"area\":12.5," + more + "}";
    }
}
