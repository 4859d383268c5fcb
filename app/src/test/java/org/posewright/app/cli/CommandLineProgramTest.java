package org.posewright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class CommandLineProgramTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Command(name = "measure", description = "Measures.")
    static final class Measure implements Callable<Integer> {
        @Option(names = "imgsz", description = "input size", defaultValue = "640")
        int imageSize;

        @Option(names = "rect", arity = "0..1", fallbackValue = "true", defaultValue = "false")
        boolean rectangular;

        @Override
        public Integer call() {
            if (imageSize < 0) {
                throw new CommandFailure("imgsz must be positive,\n not " + imageSize);
            }
            return rectangular ? 10 + imageSize : imageSize;
        }
    }

    @Command(name = "group", description = "Measures more.")
    static final class Group implements CommandGroup {
        @Override
        public List<Callable<Integer>> members() {
            return List.of(new Measure());
        }

        @Override
        public Integer call() {
            return 0;
        }
    }

    private int run(String... words) {
        List<Callable<Integer>> commands = List.of(new Measure(), new Group());
        return new CommandLineProgram(commands, new PrintWriter(out), new PrintWriter(err)).run(words);
    }

    @Test
    void argumentsAreKeyValuePairs() {
        assertThat(run("measure", "imgsz=320")).isEqualTo(320);
        assertThat(run("measure")).isEqualTo(640);
        assertThat(run("measure", "rect=True", "imgsz=1")).isEqualTo(11);
        assertThat(run("measure", "rect", "imgsz=1")).isEqualTo(11);
    }

    @Test
    void leadingTaskWordIsAccepted() {
        assertThat(run("pose", "measure", "imgsz=7")).isEqualTo(7);
    }

    @Test
    void wrongArgumentsExitWithTwoAndOneSentence() {
        assertThat(run("measure", "imgsz=wide")).isEqualTo(2);
        assertThat(run("measure", "colour=red")).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.startsWith("posewright: "));
        assertThat(err.toString()).contains("imgsz").contains("colour");
    }

    @Test
    void failedWorkExitsWithOneAndOneSentence() {
        assertThat(run("measure", "imgsz=-1")).isEqualTo(1);
        assertThat(err.toString()).isEqualToIgnoringNewLines("posewright: imgsz must be positive, not -1");
    }

    @Test
    void helpExplainsEachArgument() {
        assertThat(run("measure", "help")).isZero();
        assertThat(out.toString()).contains("imgsz=").contains("input size");
    }

    @Test
    void helpExplainsAMemberOfAGroupAndWrongArgumentsPointThere() {
        assertThat(run("group", "measure", "help")).isZero();
        assertThat(run("help", "group", "measure")).isZero();
        assertThat(out.toString()).contains("imgsz");
        assertThat(run("group", "measure", "colour=red")).isEqualTo(2);
        assertThat(err.toString()).contains("see 'posewright group measure help'");
    }

    @Test
    void noCommandShowsUsage() {
        assertThat(run()).isZero();
        assertThat(out.toString()).contains("posewright COMMAND key=value");
    }
}
