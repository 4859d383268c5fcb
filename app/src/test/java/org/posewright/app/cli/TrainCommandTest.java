package org.posewright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
