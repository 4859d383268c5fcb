package org.posewright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickEvaluationTest {

    private static final String LABELS =
            """
            {"images":[{"id":1,"file_name":"a.jpg","width":100,"height":100}],
             "categories":[{"id":1,"name":"person","keypoints":["a","b"],"skeleton":[]}],
             "annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[10,10,50,50],"area":1500,"iscrowd":0,
               "num_keypoints":2,"keypoints":[20,20,2,40,40,2]}]}""";
    private static final String RESULTS =
            "[{\"image_id\":1,\"category_id\":1,\"keypoints\":[20,20,1,41,40,1],\"score\":0.9}]";

    @TempDir
    Path folder;

    private String labels() throws IOException {
        return "gt=" + Files.writeString(folder.resolve("gt=1.json"), LABELS);
    }

    private String results(String text) throws IOException {
        return "results=" + Files.writeString(folder.resolve("results.json"), text);
    }

    private static String quick(String... words) {
        StringWriter text = new StringWriter();
        return QuickEvaluation.printed(words, new PrintWriter(text)) ? text.toString() : "left to the command" + text;
    }

    private static String byTheCommand(String... words) {
        StringWriter out = new StringWriter();
        new CommandLineProgram(List.of(new EvalCommand()), new PrintWriter(out), new PrintWriter(new StringWriter()))
                .run(words);
        return out.toString();
    }

    @Test
    void printsWhatTheCommandPrintsInAnyOrder() throws IOException {
        String expected = byTheCommand("eval", labels(), results(RESULTS));
        assertThat(expected).contains("area=   all");
        assertThat(quick("eval", labels(), results(RESULTS))).isEqualTo(expected);
        assertThat(quick("eval", results(RESULTS), labels())).isEqualTo(expected);
    }

    @Test
    void leavesEverythingElseAlone() throws IOException {
        String labels = labels();
        String results = results(RESULTS);
        String left = "left to the command";
        assertThat(quick()).isEqualTo(left);
        assertThat(quick("eval")).isEqualTo(left);
        assertThat(quick("check", labels, results)).isEqualTo(left);
        assertThat(quick("eval", labels, results, "details=true")).isEqualTo(left);
        assertThat(quick("eval", labels, labels)).isEqualTo(left);
        assertThat(quick("eval", labels, "results=")).isEqualTo(left);
        assertThat(quick("eval", labels, "results=missing.json")).isEqualTo(left);
        assertThat(quick("eval", labels, results("[{]"))).isEqualTo(left);
        assertThat(quick("eval", labels, results(RESULTS.replace("\"image_id\":1", "\"image_id\":7"))))
                .isEqualTo(left);
    }
}
