package org.posewright.app.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.posewright.assets.Assets;

/** Every key that the code names has words, and every pattern can be filled in. */
class MessagesTest {

    private static final Pattern KEY = Pattern.compile("messages\\s*\\.text\\(\\s*\"([a-z0-9.-]+)\"\\s*[,)]");
    private static final Pattern ACTION = Pattern.compile("define\\(\\s*MenuId\\.\\w+,\\s*\"([a-z0-9.-]+)\"\\s*\\)");

    private final Messages messages = new Messages(Locale.ENGLISH);

    @Test
    void everyKeyInTheCodeHasWords() throws IOException {
        List<String> missing = new ArrayList<>();
        int found = 0;
        for (String source : sources()) {
            for (String key : keys(source)) {
                found++;
                if (messages.optional(key).isEmpty()) {
                    missing.add(key);
                }
            }
        }
        assertThat(found).isGreaterThan(80);
        assertThat(missing).isEmpty();
    }

    @Test
    void everyPatternCanBeFilledIn() throws IOException {
        Properties all = new Properties();
        for (String part : Assets.MESSAGES) {
            all.load(new StringReader(Assets.text("messages/" + part + ".properties")));
        }
        assertThat(all).isNotEmpty();
        for (String key : all.stringPropertyNames()) {
            assertThatCode(() -> messages.text(key, 1, 2, 3)).as(key).doesNotThrowAnyException();
        }
    }

    @Test
    void commandKeyIsTheSystems() {
        assertThat(messages.text("hint.nothing")).doesNotContain("Shortcut+");
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }

    private static List<String> keys(String source) {
        List<String> keys = new ArrayList<>();
        Matcher texts = KEY.matcher(source);
        while (texts.find()) {
            keys.add(texts.group(1));
        }
        Matcher actions = ACTION.matcher(source);
        while (actions.find()) {
            keys.add("action." + actions.group(1));
        }
        return keys;
    }
}
