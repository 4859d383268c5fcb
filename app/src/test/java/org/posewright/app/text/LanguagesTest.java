package org.posewright.app.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posewright.assets.Assets;

/** Every language has words for every key, with the same things filled in. */
class LanguagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");

    @ParameterizedTest
    @ValueSource(strings = {"de", "zh"})
    void everyKeyIsTranslated(String language) throws IOException {
        Properties english = load("");
        Properties other = load("_" + language);
        assertThat(new TreeSet<>(other.stringPropertyNames())).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertThat(other.getProperty(key)).as(key).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "zh"})
    void placeholdersAgree(String language) throws IOException {
        Properties english = load("");
        Properties other = load("_" + language);
        Messages messages = new Messages(Locale.forLanguageTag(language));
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(other.getProperty(key, "")))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
            assertThatCode(() -> messages.text(key, 1, 2, 3, 4, 5)).as(key).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_de", "_zh"})
    void apostrophesSurviveFillingIn(String suffix) throws IOException {
        Properties words = load(suffix);
        for (String key : words.stringPropertyNames()) {
            String text = words.getProperty(key);
            if (!placeholders(text).isEmpty()) {
                assertThat(text.replace("''", "")).as(key).doesNotContain("'");
            }
        }
    }

    @Test
    void englishIsEnglishOnAnySystem() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);
            assertThat(new Messages(Locale.ENGLISH).text("menu.file")).isEqualTo("File");
            assertThat(new Messages(Locale.GERMAN).text("menu.file")).isEqualTo("Datei");
            assertThat(new Messages(Locale.FRENCH).text("menu.file")).isEqualTo("File");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Properties load(String suffix) throws IOException {
        Properties words = new Properties();
        for (String part : Assets.MESSAGES) {
            words.load(new StringReader(Assets.text("messages/" + part + suffix + ".properties")));
        }
        return words;
    }
}
