package org.posewright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.training.argument.ArgumentCatalog;
import org.posewright.training.run.ControlFile;
import org.posewright.training.run.TrainingControl.Wish;

class TrainCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void helpNamesEveryArgument() {
        assertThat(run("train", "help")).isZero();
        ArgumentCatalog.all().forEach(spec -> assertThat(out.toString()).contains("  " + spec.name() + "=VALUE"));
    }

    @Test
    void anUnknownNameGetsASuggestion() {
        assertThat(run("train", "epohcs=3")).isEqualTo(CommandLineProgram.WRONG_ARGUMENTS);
        assertThat(err.toString()).contains("epohcs").contains("did you mean epochs");
    }

    @Test
    void aWrongValueIsRefused() {
        assertThat(run("train", "data=x", "mosaic=2")).isEqualTo(CommandLineProgram.WRONG_ARGUMENTS);
        assertThat(err.toString()).contains("mosaic=2").contains("between 0 and 1");
        assertThat(run("train", "model=x.pt")).isEqualTo(CommandLineProgram.WRONG_ARGUMENTS);
        assertThat(err.toString()).contains("data is missing");
    }

    @Test
    void aValueMayBeAWordThatIsAlsoAName() {
        assertThat(run("train", "data=" + folder.resolve("nowhere"), "split=val", "name=rect"))
                .isEqualTo(CommandLineProgram.FAILED);
        assertThat(err.toString()).contains("nowhere");
    }

    @Test
    void failuresAreEventsToo() {
        assertThat(run("train", "data=" + folder.resolve("nowhere"), "progress=json"))
                .isEqualTo(CommandLineProgram.FAILED);
        assertThat(out.toString()).startsWith("{\"event\":\"failed\",\"text\":").contains("nowhere");
    }

    /** How people try whether a trainer can learn at all. */
    @Test
    void aRunMayValidateOnWhatItTrainsOn() throws Exception {
        Path data = folder.resolve("data");
        for (int i = 0; i < 2; i++) {
            Path picture = Files.createDirectories(data.resolve("images")).resolve(i + ".png");
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
            Files.createDirectories(data.resolve("labels"));
            Files.writeString(data.resolve("labels/" + i + ".txt"), "0 0.5 0.5 0.5 0.5 0.4 0.4 2 0.6 0.6 2\n");
        }
        Path yaml = Files.writeString(
                data.resolve("data.yaml"),
                "path: " + data + "\ntrain: images\nval: images\nkpt_shape: [2, 3]\nflip_idx: [1, 0]\nnames: [p]\n");
        String[] small = {"model=yolo11n-pose.yaml", "imgsz=32", "epochs=1", "batch=2", "threads=1", "plots=false"};
        List<String> words = new ArrayList<>(List.of("train", "data=" + yaml, "project=" + folder, "name=run"));
        words.addAll(List.of(small));
        assertThat(run(words.toArray(String[]::new))).as(err.toString()).isZero();
        assertThat(Files.readString(folder.resolve("run/labels.json"))).contains("\"split\":[\"train\",\"val\"]");
        assertThat(Files.readAllLines(folder.resolve("run/results.csv"))).hasSize(2);
    }

    @Test
    void aRunThatIsNotThereCannotBeResumed() {
        assertThat(run("train", "resume=" + folder)).isEqualTo(CommandLineProgram.FAILED);
        assertThat(err.toString()).contains("weights/last.pt");
    }

    @Test
    void standardInputAndControlFileSteer() throws Exception {
        StandardInputControl input =
                new StandardInputControl(new ByteArrayInputStream("pause\n".getBytes(StandardCharsets.UTF_8)));
        ControlFile file = new ControlFile(folder.resolve("control"));
        assertThat(input.wish()).isEqualTo(Wish.PAUSE);
        assertThat(input.and(file).wish()).isEqualTo(Wish.PAUSE);
        file.write(Wish.STOP);
        assertThat(input.and(file).wish()).isEqualTo(Wish.STOP);
        Files.writeString(folder.resolve("control"), "what?");
        assertThat(file.wish()).isEqualTo(Wish.RUN);
        file.reset();
        assertThat(file.wish()).isEqualTo(Wish.RUN);
        StandardInputControl resumed =
                new StandardInputControl(new ByteArrayInputStream("pause\nresume\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(resumed.wish()).isEqualTo(Wish.RUN);
    }

    private int run(String... arguments) {
        return new CommandLineProgram(
                        List.of(new TrainCommand()), new PrintWriter(out, true), new PrintWriter(err, true))
                .run(arguments);
    }
}
