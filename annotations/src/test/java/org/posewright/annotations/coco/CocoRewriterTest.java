package org.posewright.annotations.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Visibility;
import org.posewright.annotations.storage.AtomicFiles;
import org.posewright.annotations.storage.FileChangedException;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

class CocoRewriterTest {

    private static final String HEAD =
            "\uFEFF{\"info\": {\"π\":1.50},\r\n\"images\":[{\"id\":1,\"file_name\":\"a.jpg\",\"width\":9,\"height\":9}],\n"
                    + "\"categories\":[{\"id\":4,\"name\":\"p\",\"keypoints\":[\"a\",\"b\"],\"skeleton\":[]}],\"annotations\":[\n";
    private static final String FIRST =
            "{\"segmentation\":{\"counts\":\"}],{\",\"size\":[9,9]},\"keypoints\":[1.50,2.0,2,3,4,1],"
                    + "\"num_keypoints\":2, \"area\":1e1,\"iscrowd\":0,\"image_id\":1,\"bbox\":[0.10,1,2,3],\"category_id\":4,\"id\":7,\"x\":null}";
    private static final String SECOND = "{\"id\":8,\"image_id\":1,\"category_id\":4,\"bbox\":[1,1,2,2],\"area\":3}";
    private static final String TAIL = "\n], \"extra\" : [1, 2,3 ] }\n\n";

    @TempDir
    Path folder;

    private final CocoRewriter rewriter = new CocoRewriter(new AtomicFiles());

    @ParameterizedTest
    @ValueSource(strings = {"train", "val"})
    void savingWithoutEditsKeepsEveryByte(String split) throws IOException {
        Path source = SharedData.file("coco-pose-mini/annotations/person_keypoints_" + split + "2017.json");
        CocoFile file = new CocoReader().read(source);
        Path target = folder.resolve("copy.json");
        rewriter.rewrite(file, everybody(file), target, ProgressListener.NONE, CancellationToken.NONE);
        assertThat(target).hasSameBinaryContentAs(source);
    }

    @Test
    void oneKeypointChangesOnlyItsNumbers() throws IOException {
        Path source = SharedData.file("coco-pose-mini/annotations/person_keypoints_val2017.json");
        Path copy = Files.copy(source, folder.resolve("copy.json"));
        copy.toFile().setWritable(true);
        CocoFile file = new CocoReader().read(copy);
        PersonInstance person = person(file, 543117);
        long imageId = imageOf(file, 543117);
        rewriter.rewrite(
                file,
                replace(
                        file,
                        imageId,
                        person.withKeypoint(9, person.keypoints().get(9).movedTo(78.25, 93))));
        String before = Files.readString(source);
        String after = Files.readString(copy);
        assertThat(after).isEqualTo(before.replace("0,0,0,78,92,2,0,0,0,33,149,2", "0,0,0,78.25,93,2,0,0,0,33,149,2"));
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void untouchedNumbersKeepTheirText() throws IOException {
        CocoFile file = write(HEAD + FIRST + ",\n" + SECOND + TAIL);
        PersonInstance person = person(file, 7);
        save(file, List.of(person.withKeypoint(0, Keypoint.ofFile(1.5, 2.25, Visibility.OCCLUDED)), person(file, 8)));
        assertContent(HEAD + FIRST.replace("1.50,2.0,2", "1.50,2.25,1") + ",\n" + SECOND + TAIL);
    }

    @Test
    void removingALabelWritesZerosAndTheCount() throws IOException {
        CocoFile file = write(HEAD + FIRST + TAIL);
        PersonInstance person = person(file, 7);
        PersonInstance unlabeled =
                person.withKeypoint(1, person.keypoints().get(1).withVisibility(Visibility.UNLABELED));
        save(file, List.of(unlabeled));
        assertContent(
                HEAD + FIRST.replace("3,4,1]", "0,0,0]").replace("\"num_keypoints\":2", "\"num_keypoints\":1") + TAIL);
        // The program remembers the place; saving again changes nothing.
        CocoFile again = new CocoReader().read(path());
        rewriter.rewrite(again, Map.of(1L, List.of(unlabeled)));
        assertThat(path()).hasSameBinaryContentAs(again.file());
    }

    @Test
    void boxAreaCrowdAndCategoryAreSpliced() throws IOException {
        CocoFile file = write(HEAD + FIRST + TAIL);
        PersonInstance p = person(file, 7).withBox(new Box(0.1, 1, 2.5, 3));
        save(
                file,
                List.of(new PersonInstance(
                        p.id(),
                        0,
                        p.box(),
                        p.keypoints(),
                        java.util.OptionalDouble.of(20),
                        true,
                        p.declaredKeypoints())));
        assertContent(HEAD
                + FIRST.replace("[0.10,1,2,3]", "[0.10,1,2.5,3]")
                        .replace("\"area\":1e1", "\"area\":20")
                        .replace("\"iscrowd\":0", "\"iscrowd\":1")
                + TAIL);
    }

    @Test
    void absentKeysAreAddedInTheManner() throws IOException {
        CocoFile file = write(HEAD + SECOND.replace(",", ", ").replace(":", ": ") + TAIL);
        PersonInstance person = person(file, 8);
        save(file, List.of(person.withKeypoint(0, Keypoint.ofFile(1, 1.125, Visibility.VISIBLE))));
        assertContent(HEAD + SECOND.replace(",", ", ").replace(":", ": ").replace("3}", "3, ")
                + "\"keypoints\": [1, 1.125, 2, 0, 0, 0], \"num_keypoints\": 1}" + TAIL);
    }

    @Test
    void removedAnnotationsTakeTheirCommaAlong() throws IOException {
        CocoFile file = write(HEAD + FIRST + ",\n" + SECOND + TAIL);
        save(file, List.of(person(file, 8)));
        assertContent(HEAD + SECOND + TAIL);
        file = write(HEAD + FIRST + ",\n" + SECOND + TAIL);
        save(file, List.of(person(file, 7)));
        assertContent(HEAD + FIRST + TAIL);
        file = write(HEAD + FIRST + ",\n" + SECOND + TAIL);
        save(file, List.of());
        assertContent(HEAD + TAIL);
    }

    @Test
    void addedAnnotationsFollowTheLastOneInItsManner() throws IOException {
        CocoFile file = write(HEAD + SECOND + ",\n" + FIRST + TAIL);
        PersonInstance added = PersonInstance.added(
                2,
                0,
                new Box(1, 2, 10, 10),
                Keypoints.unlabeled(2).with(1, Keypoint.ofFile(5.5, 6, Visibility.VISIBLE)));
        List<PersonInstance> people = new ArrayList<>(file.people(1));
        people.add(added);
        CocoEdits edits = rewriter.rewrite(file, Map.of(1L, people));
        assertThat(edits.added()).singleElement().satisfies(a -> assertThat(a.annotationId())
                .isEqualTo(2));
        assertContent(HEAD + SECOND + ",\n" + FIRST
                + ",\n{\"segmentation\":[],\"keypoints\":[0,0,0,5.5,6,2],\"num_keypoints\":1,\"area\":53,\"iscrowd\":0,"
                + "\"image_id\":1,\"bbox\":[1,2,10,10],\"category_id\":4,\"id\":2}" + TAIL);
    }

    @Test
    void addingToAnEmptyListAndReplacingAll() throws IOException {
        String added =
                "{\"id\": 20, \"image_id\": 1, \"category_id\": 4, \"iscrowd\": 0, \"area\": 0, \"bbox\": [0, 0, 0, 0], "
                        + "\"num_keypoints\": 0, \"keypoints\": [0, 0, 0, 0, 0, 0]}";
        PersonInstance person = PersonInstance.added(20, 0, new Box(0, 0, 0, 0), Keypoints.unlabeled(2));
        CocoFile file = write(HEAD.replace("\n\"cat", "\"cat") + TAIL);
        save(file, List.of(person));
        assertContent(HEAD.replace("\n\"cat", "\"cat").stripTrailing() + added + "\n" + TAIL);
        file = write(HEAD + SECOND + TAIL);
        save(file, List.of(person, person.withId(21)));
        assertThat(new CocoReader().read(path()).people(1))
                .extracting(PersonInstance::id)
                .containsExactly(20L, 21L);
    }

    @Test
    void aChangedFileIsNotOverwritten() throws IOException {
        CocoFile file = write(HEAD + FIRST + TAIL);
        String changed = HEAD + FIRST.replace("1e1", "2e1") + TAIL;
        Files.writeString(path(), changed);
        assertThatThrownBy(() -> save(file, List.of()))
                .isInstanceOf(FileChangedException.class)
                .hasMessageContaining("changed by another program");
        assertContent(changed);
        Files.writeString(path(), "short");
        assertThatThrownBy(() -> save(file, List.of())).isInstanceOf(FileChangedException.class);
        Files.delete(path());
        assertThatThrownBy(() -> save(file, List.of())).isInstanceOf(FileChangedException.class);
    }

    @Test
    void aDamagedFileCanBeCorrectedButNotExtended() throws IOException {
        CocoFile file = write(HEAD + FIRST + ",\n{\"id\":8,\"ima");
        PersonInstance person = person(file, 7);
        assertThatThrownBy(() -> save(file, List.of(person, person.withId(99))))
                .isInstanceOf(CocoException.class)
                .hasMessageContaining("damaged");
        save(file, List.of(person.withBox(new Box(0.1, 1, 2, 4))));
        assertContent(HEAD + FIRST.replace("2,3],\"cat", "2,4],\"cat") + ",\n{\"id\":8,\"ima");
    }

    private Path path() {
        return folder.resolve("file.json");
    }

    private CocoFile write(String text) throws IOException {
        return new CocoReader().read(Files.writeString(path(), text));
    }

    private void save(CocoFile file, List<PersonInstance> people) throws IOException {
        rewriter.rewrite(file, Map.of(1L, people));
    }

    private void assertContent(String text) throws IOException {
        assertThat(Files.readString(path())).isEqualTo(text);
    }

    private static PersonInstance person(CocoFile file, long id) {
        return file.people(imageOf(file, id)).stream()
                .filter(person -> person.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private static long imageOf(CocoFile file, long personId) {
        return file.images().stream()
                .map(CocoImage::id)
                .filter(image -> file.people(image).stream().anyMatch(person -> person.id() == personId))
                .findFirst()
                .orElseThrow();
    }

    private static Map<Long, List<PersonInstance>> replace(CocoFile file, long imageId, PersonInstance person) {
        return Map.of(
                imageId,
                file.people(imageId).stream()
                        .map(other -> other.id() == person.id() ? person : other)
                        .toList());
    }

    private static Map<Long, List<PersonInstance>> everybody(CocoFile file) {
        return file.images().stream()
                .collect(java.util.stream.Collectors.toMap(CocoImage::id, image -> file.people(image.id())));
    }
}
