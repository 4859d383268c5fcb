package org.posewright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongArgumentsTest {

    private static String complaint(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                new CommandLineProgram(Commands.forWords(words), new PrintWriter(out), new PrintWriter(err)).run(words);
        assertThat(code).isEqualTo(CommandLineProgram.WRONG_ARGUMENTS);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("posewright: ").containsOnlyOnce("\n");
        return err.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "predict, confidence=0.5, conf=",
        "predict, modle=x, model=",
        "predict, --conf=0.3, conf=",
        "val, savejson=r.json, save_json=",
        "train, epoch=3, epochs=",
        "convert, output=x, out=",
        "check, dat=3, data="
    })
    void anUnknownArgumentIsAnsweredWithTheNearestOne(String command, String argument, String nearest) {
        assertThat(complaint(command, argument)).contains("did you mean " + nearest + "?");
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheNearestOne() {
        assertThat(complaint("chek", "data=x")).contains("no command 'chek'").contains("'check'");
        assertThat(complaint("pose", "trian")).contains("'train'");
    }

    @Test
    void missingAndWrongValuesAreNamed() {
        assertThat(complaint("predict")).contains("predict needs model= and source=");
        assertThat(complaint("predict", "model=a", "source=b", "imgsz=abc"))
                .contains("imgsz")
                .contains("'abc'");
        assertThat(complaint("predict", "model=a", "source=b", "fast")).contains("name=value");
    }

    @Test
    void javasFileExceptionsBecomeSentences() {
        assertThat(FailureSentence.of(new java.io.UncheckedIOException(new NoSuchFileException("/x/y"))))
                .hasValue("/x/y does not exist or cannot be made; check the path");
        assertThat(FailureSentence.of(new AccessDeniedException("/x")))
                .hasValueSatisfying(s -> assertThat(s).contains("no permission for /x"));
        assertThat(FailureSentence.of(new NullPointerException())).isEmpty();
    }
}
