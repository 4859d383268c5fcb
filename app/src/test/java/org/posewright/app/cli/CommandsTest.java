package org.posewright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class CommandsTest {

    private static String nameOf(Callable<Integer> command) {
        return command.getClass().getAnnotation(Command.class).name();
    }

    @Test
    void theMapNamesEachCommandAsItNamesItself() {
        for (String name : Commands.names()) {
            assertThat(Commands.forWords(name)).singleElement().satisfies(command -> assertThat(nameOf(command))
                    .isEqualTo(name));
        }
    }

    @Test
    void helpKnowsAllCommands() {
        for (List<String> words : List.of(List.<String>of(), List.of("help"), List.of("nonsense"))) {
            assertThat(Commands.forWords(words.toArray(String[]::new)))
                    .extracting(CommandsTest::nameOf)
                    .containsExactlyElementsOf(Commands.names());
        }
    }

    @Test
    void theTaskWordBeforeACommandIsNoCommand() {
        assertThat(Commands.forWords("pose", "train", "epochs=1"))
                .extracting(CommandsTest::nameOf)
                .containsExactly("train");
        assertThat(Commands.forWords("help", "eval"))
                .extracting(CommandsTest::nameOf)
                .containsExactly("eval");
    }
}
