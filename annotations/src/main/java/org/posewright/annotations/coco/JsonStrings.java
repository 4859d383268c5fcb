package org.posewright.annotations.coco;

import org.posewright.annotations.model.Sentence;

/** Escapes of JSON strings. */
final class JsonStrings {

    private JsonStrings() {}

    /** Resolves the escapes of a string's content; {@code position} is that of the string, for the fault. */
    static String unescape(String text, long position) throws JsonFault {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            char escaped = text.charAt(++i);
            if (escaped == 'u') {
                plain.append(unicode(text, i + 1, position));
                i += 4;
            } else {
                plain.append(simple(escaped, position));
            }
        }
        return plain.toString();
    }

    /** The string as a JSON token with quotes. */
    static String quote(String text) {
        StringBuilder token = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                token.append('\\').append(c);
            } else if (c < ' ') {
                token.append(String.format("\\u%04x", (int) c));
            } else {
                token.append(c);
            }
        }
        return token.append('"').toString();
    }

    private static char unicode(String text, int start, long position) throws JsonFault {
        try {
            return (char) Integer.parseInt(text.substring(start, Math.min(start + 4, text.length())), 16);
        } catch (NumberFormatException e) {
            throw JsonFault.syntax(
                    position, Sentence.of("json.unicode", "the string that begins here holds a broken \\u escape"));
        }
    }

    private static char simple(char escaped, long position) throws JsonFault {
        return switch (escaped) {
            case '"', '\\', '/' -> escaped;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default ->
                throw JsonFault.syntax(
                        position,
                        Sentence.of(
                                "json.escape",
                                "the string that begins here holds the unknown escape {0}",
                                "\\" + escaped));
        };
    }
}
