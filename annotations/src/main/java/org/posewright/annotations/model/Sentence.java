package org.posewright.annotations.model;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words for people, that a window can say in another language: a key to look the translation up by, the English pattern, and what stands
 * in the pattern's places.
 *
 * @param key short and stable, such as {@code yolo.column-count}; empty for words that are the same in every language
 * @param pattern English, with places {@code {0}}, {@code {1}} …
 * @param arguments numbers, texts, or sentences, which are translated in turn
 */
public record Sentence(String key, String pattern, List<Object> arguments) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");

    public Sentence {
        arguments = List.copyOf(arguments);
    }

    public static Sentence of(String key, String english, Object... arguments) {
        return new Sentence(key, english, List.of(arguments));
    }

    /** Words that no translation knows, such as what the system says. */
    public static Sentence verbatim(String words) {
        return new Sentence("", "{0}", List.of(words));
    }

    public String english() {
        return in(Sentence::pattern);
    }

    /**
     * The words in the language of other patterns.
     *
     * @param patterns the pattern of a sentence, with the same places as the English one
     */
    public String in(Function<Sentence, String> patterns) {
        Matcher places = PLACE.matcher(patterns.apply(this));
        StringBuilder words = new StringBuilder();
        while (places.find()) {
            Object argument = arguments.get(Integer.parseInt(places.group(1)));
            String word = argument instanceof Sentence sentence ? sentence.in(patterns) : String.valueOf(argument);
            places.appendReplacement(words, Matcher.quoteReplacement(word));
        }
        return places.appendTail(words).toString();
    }

    @Override
    public String toString() {
        return english();
    }

    /** A failure that a window can tell in its language. */
    public interface Told {
        Sentence sentence();
    }
}
