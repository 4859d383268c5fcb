package org.posewright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {

    private static final Path SHARED = Path.of(System.getProperty("posewright.shared", "absent"));

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandLineProgram(
                        List.of(new ConvertCommand()), new PrintWriter(out, true), new PrintWriter(err, true))
                .run(arguments);
    }

    @Test
    void cocoBecomesTheLabelsOfUltralytics() throws IOException {
        Path mini = SHARED.resolve("coco-pose-mini");
        assumeTrue(Files.isDirectory(mini), "reference data is absent: " + mini);
        Path json = mini.resolve("annotations/person_keypoints_val2017.json");
        int code = run("convert", "data=" + json, "to=yolo", "out=" + folder.resolve("yolo"), "people=keypoints");
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        Path labels = folder.resolve("yolo/labels");
        try (Stream<Path> splits = Files.list(labels)) {
            assertThat(contents(splits.findFirst().orElseThrow()))
                    .isEqualTo(contents(mini.resolve("labels-kponly/val2017")));
        }
        assertThat(out.toString()).contains("20 images, 45 people written to");
    }

    @Test
    void yoloThroughCocoAndBackKeepsEveryRow() throws IOException {
        Path coco8 = SHARED.resolve("coco8-pose");
        assumeTrue(Files.isDirectory(coco8), "reference data is absent: " + coco8);
        assertThat(run("convert", "data=" + coco8, "to=coco", "out=" + folder.resolve("coco"), "images=link"))
                .isZero();
        assertThat(run(
                        "convert",
                        "data=" + folder.resolve("coco"),
                        "to=yolo",
                        "out=" + folder.resolve("yolo"),
                        "images=none"))
                .isZero();
        assertThat(run(
                        "convert",
                        "data=" + folder.resolve("coco"),
                        "to=yolo",
                        "out=" + folder.resolve("exact"),
                        "images=none",
                        "digits=all"))
                .isZero();
        for (String split : List.of("train", "val")) {
            TreeMap<String, List<String>> original =
                    contents(coco8.resolve("labels").resolve(split));
            original.replaceAll(
                    (name, rows) -> rows.stream().map(ConvertCommandTest::plain).toList());
            assertThat(contents(folder.resolve("yolo/labels").resolve(split))).isEqualTo(original);
            assertThat(contents(folder.resolve("exact/labels").resolve(split))).isEqualTo(original);
        }
        assertThat(run("convert", "data=" + coco8, "to=csv", "out=" + folder.resolve("t.csv"), "split=val"))
                .isZero();
        assertThat(folder.resolve("t.csv")).content().contains("nose").doesNotContain("train");
    }

    @Test
    void wrongWordsAndFullFoldersAreNamed() throws IOException {
        Path mini = SHARED.resolve("coco8-pose");
        assumeTrue(Files.isDirectory(mini), "reference data is absent: " + mini);
        Files.writeString(folder.resolve("mine.txt"), "x");
        assertThat(run("convert", "data=" + mini, "to=yolo", "out=" + folder)).isEqualTo(1);
        assertThat(err.toString()).contains("is not empty");
        assertThat(run("convert", "data=" + mini, "to=pdf", "out=" + folder)).isEqualTo(2);
        assertThat(run("convert", "data=" + mini, "to=yolo", "out=" + folder, "people=some"))
                .isEqualTo(2);
        assertThat(run("convert", "data=" + mini, "to=yolo", "out=" + folder.resolve("n"), "split=dev"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("split=dev names no pictures").contains("train, val");
    }

    /** The row without zeros behind the last digit, which the reference has and Ultralytics' converter does not write. */
    private static String plain(String row) {
        return Stream.of(row.split(" "))
                .map(number -> new BigDecimal(number).stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(" "));
    }

    private static TreeMap<String, List<String>> contents(Path labels) throws IOException {
        TreeMap<String, List<String>> contents = new TreeMap<>();
        try (Stream<Path> list = Files.list(labels)) {
            for (Path file : list.toList()) {
                contents.put(file.getFileName().toString(), Files.readAllLines(file));
            }
        }
        return contents;
    }
}
