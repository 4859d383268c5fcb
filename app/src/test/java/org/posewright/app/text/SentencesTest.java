package org.posewright.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posewright.annotations.model.Sentence;
import org.posewright.assets.Assets;

/** Every sentence that the code can say has words in every language, with the same places. */
class SentencesTest {

    private static final List<String> MODULES =
            List.of("../annotations", "../model-runtime/inference", "../model-runtime/training", ".");
    private static final String LITERAL = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern CALL = Pattern.compile("\\bSentence\\.of\\(\\s*");
    private static final Pattern SAID =
            Pattern.compile("\\bSentence\\.of\\(\\s*" + LITERAL + ",\\s*" + LITERAL + "\\s*([,)+])");
    private static final Pattern PLACE = Pattern.compile("\\{\\d+}");

    @ParameterizedTest
    @ValueSource(strings = {"de", "zh"})
    void everySentenceIsTranslated(String language) throws IOException {
        Map<String, String> said = said();
        Properties words = words(language);
        assertThat(new TreeSet<>(words.stringPropertyNames())).isEqualTo(new TreeSet<>(said.keySet()));
        said.forEach((key, english) ->
                assertThat(places(words.getProperty(key))).as(key).isEqualTo(places(english)));
    }

    @Test
    void sentencesWithinASentenceAreTranslatedToo() {
        Sentence inner = Sentence.of("coco.reason.no-id", "it has no id");
        Sentence sentence = Sentence.of("coco.image", "an element of \"images\" is left out: {0}", inner);
        assertThat(new Messages(Locale.ENGLISH).text(sentence)).isEqualTo(sentence.english());
        assertThat(new Messages(Locale.GERMAN).text(sentence))
                .isEqualTo("ein Element von \"images\" fällt weg: es hat keine id");
        assertThat(new Messages(Locale.FRENCH).text(sentence)).isEqualTo(sentence.english());
    }

    @Test
    void whatTheSystemSaysStaysAsItIs() {
        String odd = "C:\\temp {0} 'x'";
        assertThat(new Messages(Locale.GERMAN).text(Sentence.verbatim(odd))).isEqualTo(odd);
        assertThat(new Messages(Locale.GERMAN).text(Sentence.of("image.unreadable", "the picture: {0}", odd)))
                .isEqualTo("das Bild ist nicht lesbar: " + odd);
    }

    @Test
    void failuresThatAreToldAreTranslated() {
        IOException failure = new ToldFailure(Sentence.of("image.missing", "the picture does not exist"));
        assertThat(new FailureText(new Messages(Locale.GERMAN)).of(failure)).isEqualTo("das Bild gibt es nicht");
        assertThat(new FailureText(new Messages(Locale.ENGLISH)).of(failure)).isEqualTo("the picture does not exist");
    }

    private static final class ToldFailure extends IOException implements Sentence.Told {
        private static final long serialVersionUID = 1L;
        private final transient Sentence sentence;

        ToldFailure(Sentence sentence) {
            super(sentence.english());
            this.sentence = sentence;
        }

        @Override
        public Sentence sentence() {
            return sentence;
        }
    }

    /** English by key. A key has one pattern, and both are literals, or this test could not see them. */
    private static Map<String, String> said() throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (String module : MODULES) {
            for (Path file : sources(Path.of(module, "src/main/java"))) {
                String source = Files.readString(file);
                Matcher said = SAID.matcher(source);
                int seen = 0;
                while (said.find()) {
                    seen++;
                    assertThat(said.group(3))
                            .as("pattern in one piece: " + said.group(1))
                            .isNotEqualTo("+");
                    String before = all.put(said.group(1), said.group(2));
                    assertThat(before).as(said.group(1)).isIn(null, said.group(2));
                }
                assertThat(CALL.matcher(source).results().count())
                        .as(file.toString())
                        .isEqualTo(seen);
            }
        }
        assertThat(all).hasSizeGreaterThan(200);
        return all;
    }

    private static List<Path> sources(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        words.load(new StringReader(Assets.text("messages/sentences_" + language + ".properties")));
        return words;
    }

    private static Set<String> places(String pattern) {
        return PLACE.matcher(pattern)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
