package org.posewright.annotations.query;

import java.util.ArrayList;
import java.util.List;

/** Cuts a filter text into words, signs and quoted texts. */
final class FilterLexer {

    private static final String SIGNS = "():<>=!";

    /**
     * A piece of the text.
     *
     * @param start 0-based place
     * @param kind word, sign or quoted text
     * @param glued whether no blank stands before it
     */
    record Token(String text, int start, Kind kind, boolean glued) {
        boolean isSign(String sign) {
            return kind == Kind.SIGN && text.equals(sign);
        }

        boolean isWord(String word) {
            return kind == Kind.WORD && text.equalsIgnoreCase(word);
        }
    }

    /** What a token is. */
    enum Kind {
        WORD,
        SIGN,
        QUOTED,
        END
    }

    private final String text;
    private int at;

    FilterLexer(String text) {
        this.text = text;
    }

    /** All tokens and an END. */
    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        while (true) {
            int before = at;
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            boolean glued = before == at && at > 0;
            if (at == text.length()) {
                tokens.add(new Token("", at, Kind.END, glued));
                return tokens;
            }
            tokens.add(next(glued));
        }
    }

    private Token next(boolean glued) {
        int start = at;
        char first = text.charAt(at);
        if (first == '"') {
            int end = text.indexOf('"', at + 1);
            if (end < 0) {
                throw new QueryException("The quotation mark is not closed.", start);
            }
            at = end + 1;
            return new Token(text.substring(start + 1, end), start, Kind.QUOTED, glued);
        }
        if (first == '-' && at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1)) && !glued) {
            at++;
            return new Token("-", start, Kind.SIGN, false);
        }
        if (SIGNS.indexOf(first) >= 0) {
            boolean withEqual = "<>!".indexOf(first) >= 0 && text.startsWith("=", at + 1);
            at += withEqual ? 2 : 1;
            return new Token(text.substring(start, at), start, Kind.SIGN, glued);
        }
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && !endsWord(text.charAt(at))) {
            at++;
        }
        return new Token(text.substring(start, at), start, Kind.WORD, glued);
    }

    private static boolean endsWord(char c) {
        return SIGNS.indexOf(c) >= 0 || c == '"';
    }
}
