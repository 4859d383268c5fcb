package org.posewright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.app.sample.BundledModel;

/** The model that comes with the program, on drawn pictures that no training saw, by the commands that README states its figures with. */
class SampleModelQualityTest {

    private static final Pattern SUMMARY =
            Pattern.compile("(\\d+) of (\\d+) planted mistakes found .*; (\\d+) of (\\d+) alarms are false");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void averagePrecisionIsAtLeastEightTenths() throws IOException {
        Path set = folder.resolve("held-out");
        run("sample", "out=" + set, "train=0", "val=50", "seed=990017");
        Path json = folder.resolve("val.json");
        run("val", "model=" + model(), "data=" + set, "imgsz=512", "json=" + json);
        double ap = new ObjectMapper()
                .readTree(json.toFile())
                .path("coco")
                .path("AP")
                .asDouble();
        assertThat(ap).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void nineOfTenPlantedMistakesAreFoundAndOneAlarmInTenIsFalse() throws IOException {
        Path set = folder.resolve("planted");
        run("sample", "out=" + set, "train=80", "val=0", "mistakes=36", "seed=14");
        Path results = folder.resolve("results.json");
        run("val", "model=" + model(), "data=" + set, "split=train", "imgsz=512", "save_json=" + results);
        run(
                "bench",
                "suspects",
                "data=" + set,
                "planted=" + set.resolve("planted-mistakes.json"),
                "results=" + results);
        Matcher summary = SUMMARY.matcher(out.toString());
        assertThat(summary.find()).as(out.toString()).isTrue();
        double found = Double.parseDouble(summary.group(1)) / Double.parseDouble(summary.group(2));
        double falseShare = Double.parseDouble(summary.group(3)) / Double.parseDouble(summary.group(4));
        assertThat(found).as(summary.group()).isGreaterThanOrEqualTo(0.9);
        assertThat(falseShare).as(summary.group()).isLessThanOrEqualTo(0.1);
    }

    private Path model() throws IOException {
        return new BundledModel(folder.resolve("model")).unpacked().orElseThrow();
    }

    private void run(String... words) {
        int code = new CommandLineProgram(
                        Commands.forWords(words), new PrintWriter(out, true), new PrintWriter(err, true))
                .run(words);
        assertThat(code).as(err.toString()).isZero();
    }
}
