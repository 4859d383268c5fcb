package org.posewright.annotations.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posewright.annotations.coco.CocoFile;
import org.posewright.annotations.coco.CocoImage;
import org.posewright.annotations.coco.CocoReader;
import org.posewright.annotations.coco.ImageDetections;
import org.posewright.annotations.coco.ResultsReader;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.model.Skeletons;
import org.posewright.annotations.model.Visibility;
import org.posewright.annotations.storage.AtomicFiles;
import org.posewright.annotations.storage.StorageException;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

class ExportTest {

    @TempDir
    Path folder;

    private final AtomicFiles files = new AtomicFiles();

    @ParameterizedTest
    @CsvSource({
        "train2017,ALL,labels",
        "val2017,ALL,labels",
        "train2017,WITH_KEYPOINTS,labels-kponly",
        "val2017,WITH_KEYPOINTS,labels-kponly"
    })
    void labelsEqualUltralyticsConverterByteForByte(String split, ExportOptions.People people, String reference)
            throws IOException {
        Path shared = shared();
        Dataset dataset = cocoPoseMini(shared, split);
        ExportReport report =
                toYolo(dataset, ExportOptions.DEFAULT.withPeople(people).withPictures(PictureTransfer.NONE));
        TreeMap<String, String> written = contents(folder.resolve("out/labels/" + split));
        // The reference holds the files of listed pictures only: those with a person who has keypoints.
        written.keySet().removeIf(name -> people == ExportOptions.People.ALL && !hasKeypoints(dataset, name));
        assertThat(written).isEqualTo(contents(shared.resolve(reference).resolve(split)));
        assertThat(report.main()).isRegularFile();
        if (people == ExportOptions.People.WITH_KEYPOINTS) {
            assertThat(folder.resolve("out/" + split + ".txt"))
                    .hasContent(Files.readString(shared.resolve(split + ".txt")).stripTrailing() + "\n");
        }
    }

    @Test
    void cocoToYoloToCocoKeepsIdsAndNumbers() throws IOException {
        Dataset dataset = cocoPoseMini(shared(), "val2017");
        new CocoExport(files)
                .export(
                        dataset,
                        folder.resolve("coco"),
                        ExportOptions.DEFAULT.withPictures(PictureTransfer.NONE),
                        ProgressListener.NONE,
                        CancellationToken.NONE);
        CocoFile back = new CocoReader().read(folder.resolve("coco/annotations/person_keypoints_val2017.json"));
        assertThat(back.findings()).isEmpty();
        assertThat(back.skeleton()).isEqualTo(dataset.skeleton());
        for (ImageRecord image : dataset.images()) {
            assertThat(back.people(image.cocoId().getAsLong())).isEqualTo(image.people());
        }
    }

    @Test
    void picturesAreCopiedLinkedOrMissed() throws IOException {
        Dataset dataset = twoPictures();
        ExportReport report = toYolo(dataset, ExportOptions.DEFAULT);
        Path out = folder.resolve("out");
        assertThat(out.resolve("images/train/a.jpg")).hasContent("picture");
        assertThat(report.findings())
                .extracting(finding -> finding.code())
                .containsExactly("export.renamed", "export.picture-missing");
        assertThat(out.resolve("train.txt")).hasContent("./images/train/a.jpg\n./images/train/a-2.png\n");
        assertThat(out.resolve("out.yaml"))
                .content()
                .contains("kpt_shape: [2, 3]", "train: train.txt", "val: train.txt", "0: \"two: words\"");
        assertThatThrownBy(() -> toYolo(dataset, ExportOptions.DEFAULT))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("not empty");
        toYolo(dataset, ExportOptions.DEFAULT.overwriting().withPictures(PictureTransfer.HARD_LINK));
        assertThat(Files.isSameFile(out.resolve("images/train/a.jpg"), folder.resolve("one/a.jpg")))
                .isTrue();
    }

    @Test
    void oddPeopleAreLeftOutAndCounted() throws IOException {
        Keypoints none = Keypoints.unlabeled(2);
        PersonInstance good = PersonInstance.added(1, 0, new Box(1, 2, 3, 4), none);
        List<PersonInstance> people = List.of(
                good,
                good.withId(2),
                good.withId(3).withBox(new Box(1, 2, 0, 4)),
                new PersonInstance(4, 0, new Box(0, 0, 5, 5), none, OptionalDouble.empty(), true, OptionalInt.of(0)),
                new PersonInstance(
                        5, 0, new Box(0, 0, 5, 5), none, OptionalDouble.empty(), false, OptionalInt.empty()));
        ImageRecord image = new ImageRecord(
                new ImageKey("a.jpg"),
                folder.resolve("a.jpg"),
                "train",
                new ImageSize(10, 8),
                OptionalLong.of(1),
                people);
        ExportReport report = toYolo(
                new Dataset("d", folder, Skeletons.numbered(2, 3), List.of("x"), List.of(image)),
                ExportOptions.DEFAULT.withPictures(PictureTransfer.NONE));
        assertThat(report.leftOut()).isEqualTo(new ExportReport.LeftOut(1, 1, 1, 1));
        assertThat(folder.resolve("out/labels/train/a.txt")).hasContent("0 0.25 0.5 0.3 0.5 0 0 0 0 0 0\n");
    }

    @Test
    void tableHasARowForEachPoint() throws IOException {
        Dataset dataset = twoPictures();
        Path file = folder.resolve("labels.csv");
        new CsvExport(files).export(dataset, file, false, CancellationToken.NONE);
        assertThat(Files.readString(file))
                .startsWith("split,image,")
                .contains("train,one/a.jpg,10,8,1,two: words,0,1,2,3,4,,0,0,1.5,2,2,file\r\n")
                .hasLineCount(1 + 2 * 2);
        assertThatThrownBy(() -> new CsvExport(files).export(dataset, file, false, CancellationToken.NONE))
                .isInstanceOf(StorageException.class);
    }

    @Test
    void submissionsAreNamedAndZippedForTheServer() throws IOException {
        PosePrediction prediction =
                new PosePrediction(new Box(1, 2, 3, 4), 0, 0.51234, List.of(new ScoredKeypoint(1.23456, 2, 0.5)));
        List<PosePrediction> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            many.add(prediction);
        }
        Path zip = new ServerSubmission("test-dev2017", "yolo11n", false)
                .write(files, folder, List.of(new ImageDetections(OptionalLong.of(3), "3", many)), false);
        assertThat(zip).hasFileName("person_keypoints_test-dev2017_yolo11n_results.zip");
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            assertThat(archive.stream()).singleElement().satisfies(entry -> assertThat(entry.getName())
                    .isEqualTo("person_keypoints_test-dev2017_yolo11n_results.json"));
        }
        assertThat(new ResultsReader()
                        .read(folder.resolve("person_keypoints_test-dev2017_yolo11n_results.json"))
                        .size())
                .isEqualTo(20);
        ServerSubmission inThree = new ServerSubmission("test-dev2017", "three", true);
        PosePrediction close = new PosePrediction(new Box(0, 0, 40, 40), 0, 0.512341, prediction.keypoints());
        List<ImageDetections> written =
                List.of(new ImageDetections(OptionalLong.of(3), "3", List.of(prediction, close)));
        inThree.write(files, folder, written, false);
        assertThat(new ResultsReader()
                        .read(folder.resolve(inThree.stem() + ".json"))
                        .scores())
                .as("scores that differ keep their order")
                .containsExactly(0.51234, 0.512341);
        assertThat(ServerSubmission.changingSize(written))
                .as("1600 pixels of box against no extent")
                .isEqualTo(1);
        assertThatThrownBy(() -> new ServerSubmission("a/b", "x", true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 500)
    void allDigitsGiveThePixelsBack(
            @ForAll @DoubleRange(min = 0, max = 1) double value, @ForAll @IntRange(min = 1, max = 9000) int size) {
        double pixels = value * size;
        String text = YoloRows.shortestFor(pixels, size, 0);
        assertThat(Double.parseDouble(text) * size).isEqualTo(pixels);
        assertThat(text.length()).isLessThanOrEqualTo(24);
    }

    @Property(tries = 500)
    void sixDigitRowsSurviveTheWayThroughCoco(
            @ForAll @IntRange(min = 0, max = 999_999) int millionths, @ForAll @IntRange(min = 1, max = 9000) int size) {
        String text = org.posewright.annotations.storage.NumberText.general(millionths / 1e6);
        double pixels = Double.parseDouble(
                org.posewright.annotations.storage.NumberText.shortest(Double.parseDouble(text) * size));
        assertThat(org.posewright.annotations.storage.NumberText.general(pixels / size))
                .isEqualTo(text);
        assertThat(YoloRows.shortestFor(pixels, size, 0))
                .isEqualTo(org.posewright.annotations.storage.NumberText.shortest(Double.parseDouble(text)));
    }

    private ExportReport toYolo(Dataset dataset, ExportOptions options) throws IOException {
        return new YoloExport(files)
                .export(dataset, folder.resolve("out"), options, ProgressListener.NONE, CancellationToken.NONE);
    }

    private Dataset twoPictures() throws IOException {
        Files.createDirectories(folder.resolve("one"));
        Files.writeString(folder.resolve("one/a.jpg"), "picture");
        Keypoints points = Keypoints.unlabeled(2).with(0, Keypoint.ofFile(1.5, 2, Visibility.VISIBLE));
        PersonInstance person = PersonInstance.added(1, 0, new Box(1, 2, 3, 4), points);
        ImageRecord first = new ImageRecord(
                new ImageKey("one/a.jpg"),
                folder.resolve("one/a.jpg"),
                "train",
                new ImageSize(10, 8),
                OptionalLong.empty(),
                List.of(person));
        ImageRecord second = new ImageRecord(
                new ImageKey("two/a.png"),
                folder.resolve("two/a.png"),
                "train",
                new ImageSize(10, 8),
                OptionalLong.empty(),
                List.of(person));
        return new Dataset("d", folder, Skeletons.numbered(2, 3), List.of("two: words"), List.of(first, second));
    }

    private static Path shared() {
        Path shared = Path.of(System.getProperty("posewright.shared", "shared")).resolve("coco-pose-mini");
        Assumptions.assumeTrue(Files.isDirectory(shared), () -> "reference data is absent: " + shared);
        return shared;
    }

    private static Dataset cocoPoseMini(Path shared, String split) throws IOException {
        CocoFile file = new CocoReader().read(shared.resolve("annotations/person_keypoints_" + split + ".json"));
        List<ImageRecord> images = new ArrayList<>();
        for (CocoImage image : file.images()) {
            Path picture = shared.resolve("images").resolve(split).resolve(image.fileName());
            images.add(new ImageRecord(
                    new ImageKey(image.fileName()),
                    picture,
                    split,
                    image.size().orElseThrow(),
                    OptionalLong.of(image.id()),
                    file.people(image.id())));
        }
        return new Dataset("mini", shared, file.skeleton(), file.categoryNames(), images);
    }

    private static boolean hasKeypoints(Dataset dataset, String labelName) {
        return dataset.images().stream()
                .filter(image -> image.key().fileName().equals(labelName.replace(".txt", ".jpg")))
                .flatMap(image -> image.people().stream())
                .anyMatch(person -> !person.isIgnoredByEvaluator());
    }

    private static TreeMap<String, String> contents(Path labels) throws IOException {
        TreeMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> list = Files.list(labels)) {
            for (Path file : list.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
