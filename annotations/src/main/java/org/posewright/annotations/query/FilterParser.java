package org.posewright.annotations.query;

import java.util.List;
import java.util.Set;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.query.FilterLexer.Kind;
import org.posewright.annotations.query.FilterLexer.Token;

/** Recursive descent: choice := all ("or" all)*; all := one+; one := ("not" | "-") one | "(" choice ")" | condition. */
final class FilterParser {

    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "=", "!=");

    private final List<Token> tokens;
    private final Conditions conditions;
    private int at;

    FilterParser(String text, Skeleton skeleton) {
        tokens = new FilterLexer(text).tokens();
        conditions = new Conditions(skeleton);
    }

    Filter parse() {
        if (peek().kind() == Kind.END) {
            return Filter.ALL;
        }
        Filter filter = choice();
        if (peek().kind() != Kind.END) {
            throw new QueryException("This \"" + peek().text() + "\" is not expected here.", peek().start());
        }
        return filter;
    }

    private Filter choice() {
        Filter filter = all();
        while (peek().isWord("or")) {
            at++;
            filter = filter.or(all());
        }
        return filter;
    }

    private Filter all() {
        Filter filter = one();
        while (!endsAll(peek())) {
            if (peek().isWord("and")) {
                at++;
            }
            filter = filter.and(one());
        }
        return filter;
    }

    private static boolean endsAll(Token token) {
        return token.kind() == Kind.END || token.isSign(")") || token.isWord("or");
    }

    private Filter one() {
        Token token = peek();
        if (token.isWord("not") || token.isSign("-")) {
            at++;
            return one().negated();
        }
        if (token.isSign("(")) {
            at++;
            Filter inner = choice();
            if (!peek().isSign(")")) {
                throw new QueryException("The parenthesis is not closed.", token.start());
            }
            at++;
            return inner;
        }
        return condition();
    }

    private Filter condition() {
        Token token = peek();
        if (token.kind() == Kind.END || token.isWord("or") || token.isWord("and")) {
            throw new QueryException("A condition is missing here.", token.start());
        }
        if (token.kind() == Kind.SIGN) {
            throw new QueryException("A word is missing before \"" + token.text() + "\".", token.start());
        }
        at++;
        if (token.kind() == Kind.QUOTED) {
            return Conditions.text(token.text());
        }
        if (peek().isSign(":")) {
            at++;
            return conditions.value(token, operand(token));
        }
        if (peek().kind() == Kind.SIGN && COMPARISONS.contains(peek().text())) {
            Token sign = peek();
            at++;
            return conditions.comparison(token, sign.text(), operand(token));
        }
        return Conditions.word(token.text());
    }

    private Token operand(Token name) {
        Token operand = peek();
        if (operand.kind() == Kind.END || operand.kind() == Kind.SIGN) {
            throw new QueryException("A value is missing after \"" + name.text() + "\".", operand.start());
        }
        at++;
        return operand;
    }

    private Token peek() {
        return tokens.get(at);
    }
}
