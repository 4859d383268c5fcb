package org.posewright.annotations.coco;

import java.util.List;
import java.util.stream.Collectors;
import org.posewright.annotations.coco.AnnotationText.Member;

/**
 * How a writer lays out JSON: the blanks around its marks.
 *
 * @param open between brace and first key
 * @param comma between members, comma included
 * @param colon between key and value, colon included
 * @param close between last value and brace
 * @param list of numbers
 */
record JsonStyle(String open, String comma, String colon, String close, ListStyle list) {

    /** The same for lists of numbers: behind the bracket, between items (comma included), before the bracket. */
    record ListStyle(String open, String comma, String close) {
        String of(List<String> items) {
            return items.isEmpty() ? "[]" : "[" + open + String.join(comma, items) + close + "]";
        }
    }

    static final JsonStyle COMPACT = new JsonStyle("", ",", ":", "", new ListStyle("", ",", ""));
    /** Python's default. */
    static final JsonStyle SPACED = new JsonStyle("", ", ", ": ", "", new ListStyle("", ", ", ""));

    /** The style of an annotation; {@code fallback} says what it does not show. */
    static JsonStyle of(AnnotationText text, JsonStyle fallback) {
        List<Member> members = text.inOrder();
        if (members.isEmpty()) {
            return fallback;
        }
        Member first = members.get(0);
        Member last = members.get(members.size() - 1);
        String open = text.text(1, first.key().start());
        String comma = members.size() > 1
                ? text.text(first.value().end(), members.get(1).key().start())
                : "," + open;
        return new JsonStyle(
                open,
                comma,
                text.text(first.key().end(), first.value().start()),
                text.text(last.value().end(), text.length() - 1),
                listStyle(text, fallback));
    }

    private static ListStyle listStyle(AnnotationText text, JsonStyle fallback) {
        for (Member member : text.inOrder()) {
            List<AnnotationText.Span> items = member.items();
            if (items.size() > 1) {
                return new ListStyle(
                        text.text(member.value().start() + 1, items.get(0).start()),
                        text.text(items.get(0).end(), items.get(1).start()),
                        text.text(
                                items.get(items.size() - 1).end(),
                                member.value().end() - 1));
            }
        }
        return fallback.list;
    }

    /** A member without its comma. */
    String member(String key, String value) {
        return JsonStrings.quote(key) + colon + value;
    }

    String object(List<String> members) {
        return members.stream().collect(Collectors.joining(comma, "{" + open, close + "}"));
    }
}
