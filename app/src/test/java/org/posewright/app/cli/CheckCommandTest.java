package org.posewright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void draw() throws IOException {
        Files.createDirectories(folder.resolve("images"));
        Files.createDirectories(folder.resolve("labels"));
        ImageIO.write(
                new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("images/a.png").toFile());
        Files.writeString(
                folder.resolve("data.yaml"),
                "train: images\nval: images\nkpt_shape: [1, 3]\nflip_idx: [0]\nnames: [person]\n");
        Files.writeString(folder.resolve("labels/a.txt"), "0 0.5 0.5 0.5 0.5 0.5 0.5 2\n0 0.5 0.5 0.5 0.5 0.5 2\n");
    }

    private int run(String... arguments) {
        return new CommandLineProgram(
                        List.of(new CheckCommand()), new PrintWriter(out, true), new PrintWriter(err, true))
                .run(arguments);
    }

    @Test
    void problemsAreToldWithTheirLinesAndTheExitCodeIsZero() throws IOException {
        Path json = folder.resolve("findings.json");
        assertThat(run("check", "data=" + folder, "json=" + json)).isZero();
        assertThat(out.toString())
                .contains("YOLO-pose dataset")
                .contains("yolo.column-count (error, 1)")
                .contains("a.txt:2")
                .contains("Looked at 1 pictures with 1 people");
        assertThat(Files.readString(json))
                .contains("\"code\" : \"yolo.column-count\"")
                .contains("\"line\" : 2")
                .contains("\"severity\" : \"error\"");
    }

    @Test
    void aPathThatLeadsNowhereFailsInOneSentence() {
        assertThat(run("check", "data=" + folder.resolve("nothing"))).isEqualTo(1);
        assertThat(err.toString()).contains("does not exist").hasLineCount(1);
    }

    @Test
    void withoutDataTheArgumentsAreWrong() {
        assertThat(run("check")).isEqualTo(2);
    }
}
